### Taking material in, accessions, and the completeness report.
intake-title = إدخال مواد
intake-lead = اختر الملفات، واكتب ما تعرفه عن طريقها إلينا. تبقى كما وردت، ويُختم كل واحد منها بقيد.
intake-provenance = من أين جاءت
intake-provenance-hint = يُسأل عنها مرة واحدة لكل هذه الملفات. ما لا تعرفه اتركه فارغاً: سيُكتب «لم يُذكر».
intake-from-whom-hint = يكفي اسم مستعار إن كان في الاسم خطر على صاحبه.
intake-when-hint = كما تعرفه: يوم، أو شهر، أو «قبل عيد الفطر ٢٠١٣».
intake-how-hint = باليد، أو بالبريد، أو عبر تطبيق مراسلة، أو نسخاً عن قرص.
intake-authority-hint = من أذن بإدخالها، وبأي صفة.
intake-notes-hint = في يد مَن كانت قبلك، وما ينبغي أن يُذكر.
intake-sensitivity-hint = نبدأ بأقل قدر من الانكشاف. ما فُتح لا يُنسى عند من رآه.
intake-files = الملفات
intake-files-hint = اختر ما شئت من الملفات، أو اسحبها إلى هنا. ملفات zip وtar تُفتح ويُحفظ كل ما فيها.
intake-go = أدخل واختم
intake-go-hint = لا يُكتب شيء على القرص دون تشفير.
intake-draft = هذا ما كنت تكتبه حين انتهت جلستك. اختر الملفات وأرسل.
intake-no-files = لم تختر ملفاً بعد.
intake-no-files-next = ما كتبته باقٍ في مكانه. اختر ملفاً واحداً على الأقل.
intake-progress = تقدّم الإرسال
intake-sending = يُرسَل…
intake-sealing = وصلت كلها. تُقرأ وتُختم الآن، فلا تغلق الصفحة.
intake-failed = انقطع الإرسال. ما خُتم قبل الانقطاع باقٍ. أعد الإرسال: ما عندنا من قبل لا يُحفظ محتواه مرتين.
intake-left = بقي نحو
intake-after-title = ماذا يحدث بعد ذلك
intake-after-1 = تُحسب بصمة كل ملف
intake-after-1-how = لو تغيّر بت واحد فيما بعد لتغيّرت البصمة.
intake-after-2 = تُشفَّر وتُحفظ كما هي
intake-after-2-how = الاسم والبايتات كما وردت، لا تُصحَّح ولا تُحوَّل.
intake-after-3 = يُقرأ نصها في معزل
intake-after-3-how = ليمكن البحث فيها. وما لا يُقرأ يبقى محفوظاً ويُذكر في التقرير.
intake-after-4 = تُختم بقيود موقّعة
intake-after-4-how = في سجل لا يقبل إلا الزيادة.
intake-large-title = مجلد كبير أو قرص كامل؟
intake-large-text = الأسرع من سطر الأوامر على هذا الجهاز، ويُستأنف إن انقطع:

## Accessions: one taking-in of material from one provenance.
accessions-title = الوارد
accessions-count =
    { $n ->
         [zero] لا شيء بعد
         [one] دفعة واحدة
         [two] دفعتان
         [few] { $n } دفعات
         [many] { $n } دفعة
        *[other] { $n } دفعة
    }
accessions-empty = لم يُدخَل شيء بعد. كل دفعة تُدخلها تظهر هنا بحسابها: ما ورد، وما حُفظ، وما رُفض.
accessions-opened = فُتحت
accessions-by = على يد
accessions-state = الحال
accession-title = دفعة
accession-unnamed = لم يُذكر ممّن
accession-closed = مكتملة
accession-open = لم تكتمل
accession-open-next = انقطع هذا الإدخال قبل تمامه. إن كان من مجلد على هذا الجهاز فأدخل المجلد نفسه ثانية، فيُستأنف من حيث توقف. وإن كان من المتصفح فأعد إرسال ما ينقص.
accession-search = ابحث فيها
accession-report = التقرير
accession-items = ما حُفظ منها
accession-n-items =
    { $n ->
         [zero] لا مواد
         [one] مادة واحدة
         [two] مادتان
         [few] { $n } مواد
         [many] { $n } مادة
        *[other] { $n } مادة
    }
accession-no-items = لا شيء في هذه الصفحة.
accession-isnad = إسناد هذه الدفعة
accession-isnad-from = منه وصلت
accession-isnad-by = أدخلها في
items-table = قائمة المحفوظ
items-name = الاسم كما ورد
items-kind = النوع
items-type = الصيغة
items-size = الحجم
report-title = تقرير الاكتمال
report-items = إلى ما حُفظ
report-lead = كل ما ورد محسوب هنا، حتى الملف الواحد. فُتحت هذه الدفعة بالقيد المختوم
report-refused = ما رُفض، ولماذا
report-none-refused = لم يُرفض شيء: حُفظ كل ما ورد.
report-why = السبب
report-next = ما العمل
report-unread = محفوظ، ولم يُقرأ كله
report-unread-hint = البايتات محفوظة كاملة؛ لكن البحث لن يجد فيها ما لم يُقرأ.
