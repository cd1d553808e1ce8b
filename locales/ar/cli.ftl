### سطر الأوامر.
cli-about = من مجلد ملفات إلى أرشيف يُبحث فيه ولا يُبدَّل فيه شيء خفية.
cli-arg-archive = مجلد الأرشيف.
cli-arg-lang = لغة الرسائل.
cli-arg-name = من أنت؛ وإلا فأول أمين.
cli-arg-json = كائن JSON في كل سطر، للبرامج.
cli-arg-from = ممّن استُلمت المواد؛ ويكفي اسم مستعار.
cli-arg-when = متى استُلمت، بكلماتك.
cli-arg-where = أين استُلمت.
cli-arg-how = كيف استُلمت.
cli-arg-authority = بإذن مَن أُدخلت.
cli-arg-notes = عند من كانت قبل وصولها، وكل ما ينبغي أن يُذكر.
cli-arg-sensitivity = إلى أي حد يجوز عرضها: public أو internal أو restricted (المعتاد) أو sealed.
cli-arg-listen = العنوان المحلي للصفحات.
cli-arg-keyring = مجلد نسخة المفاتيح؛ وهو بجوار النسخة الاحتياطية ما لم تقل غير ذلك.
cli-init-about = أنشئ أرشيفاً.
cli-init-arg-name = اسم الأرشيف.
cli-init-arg-keeper = اسم أول أمين عليه.
cli-init-done = أُنشئ الأرشيف { $origin } في { $folder }.
cli-init-next = الأمين عليه { $keeper }. اكتب عبارة المرور واحفظها بعيداً: من دونها لا يفتح الأرشيفَ أحد، ولا نحن.
cli-init-weak = عبارة مرور هذا الأرشيف سهلة التخمين. للتجربة فقط.
cli-intake-about = أدخل ملفات ومجلدات. وإن انقطع العمل فأعد الأمر نفسه يتابع من حيث وقف.
cli-intake-arg-paths = ملفات ومجلدات؛ وتُفتح ملفات zip وtar أيضاً.
cli-intake-refused = رُفض
cli-intake-unread = حُفظ ولم يُقرأ كله
cli-intake-count = وردت { $received } = حُفظت { $kept } + رُفضت { $refused } (ومن المحفوظ { $duplicates } كان في الأرشيف من قبل)
cli-intake-resumed = { $n ->
    [one] منها مادة حُفظت في محاولة سابقة انقطعت.
    [two] منها مادتان حُفظتا في محاولة سابقة انقطعت.
    [few] منها { $n } مواد حُفظت في محاولة سابقة انقطعت.
   *[other] منها { $n } مادة حُفظت في محاولة سابقة انقطعت.
}
cli-status-about = ما في الأرشيف، وكيف حاله.
cli-status-entries = القيود المختومة: { $entries } · الأجسام: { $objects } · الحجم: { $size }
cli-status-last = آخر فعل في { $at } بحسب ساعة هذا الجهاز
cli-status-unread = { $n ->
    [one] مادة واحدة لم تُقرأ كلها
    [two] مادتان لم تُقرآ كلهما
    [few] { $n } مواد لم تُقرأ كلها
   *[other] { $n } مادة لم تُقرأ كلها
}
cli-status-unfinished = { $n ->
    [one] دفعة واحدة لم تكتمل: أعد إدخالها
    [two] دفعتان لم تكتملا: أعد إدخالهما
    [few] { $n } دفعات لم تكتمل: أعد إدخالها
   *[other] { $n } دفعة لم تكتمل: أعد إدخالها
}
cli-search-about = ابحث؛ كل كتابة للكلمة تجدها، وكل عدد مضبوط.
cli-search-arg-query = كلمات؛ وما بين "علامتي اقتباس" عبارة كاملة، وما سبقته شرطة يُستثنى.
cli-search-arg-any = أي كلمة منها لا كلها.
cli-search-arg-limit = أكثر ما يُعرض من النتائج؛ أما العدد فعدد الكل.
cli-search-arg-kind = هذا النوع فقط.
cli-search-arg-accession = هذه الدفعة فقط.
cli-search-arg-media-type = هذا النوع من الملفات فقط.
cli-search-total = { $n ->
    [0] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $n } نتائج
    [many] { $n } نتيجة
   *[other] { $n } نتيجة
}
cli-search-more = { $n ->
    [one] بقيت نتيجة واحدة: زِد --limit.
    [two] بقيت نتيجتان: زِد --limit.
    [few] بقيت { $n } نتائج: زِد --limit.
   *[other] بقيت { $n } نتيجة: زِد --limit.
}
cli-search-page = صفحة { $page }
cli-item-about = مادة واحدة.
cli-item-show-about = مادة وقراءاتها وإسنادها حتى الختم.
cli-item-show-arg-id = معرّف المادة، مثل I-….
cli-item-export-about = أخرج نسخة من بايتات المادة كما وردت؛ ويُسجَّل خروجها.
cli-item-export-arg-id = معرّف المادة، مثل I-….
cli-item-export-arg-output = الملف الذي يُكتب؛ و- للمخرج القياسي.
cli-item-unlock-about = فتح ما تقفله كلمة سر، وإدخال ما فيه.
cli-item-unlock-arg-id = معرّف المادة، مثل I-….
cli-item-unlock-prompt = كلمة سر المادة:{" "}
cli-item-unlock-done = { $n ->
    [0] فُتح القفل، ولا جديد في الداخل.
    [one] فُتح القفل، وأُدخلت مادة واحدة.
    [two] فُتح القفل، وأُدخلت مادتان.
    [few] فُتح القفل، وأُدخلت { $n } مواد.
    [many] فُتح القفل، وأُدخلت { $n } مادة.
   *[other] فُتح القفل، وأُدخلت { $n } مادة.
}
cli-item-unlock-partly = بقي بعضها مقفلاً: قد تفتحه كلمة سر أخرى.
cli-verify-about = تحقق من كل شيء من جديد: البايتات والتواقيع والشجرة ونقطة التحقق والمفاتيح.
cli-verify-arg-seals-only = من دون عبارة المرور: تُفحص الأختام لا المحتوى.
cli-verify-ok = سليم لم يُبدَّل فيه شيء: { $entries } قيداً تحت { $acts } توقيعاً، و{ $objects } جسماً، وقُرئ من جديد { $size }.
cli-verify-seals-ok = الأختام سليمة: { $entries } قيداً تحت { $acts } توقيعاً، و{ $objects } جسماً. ولم يُفتح ما في داخلها.
cli-verify-altered = { $altered ->
    [one] نتيجة واحدة تقول إن شيئاً بُدّل.
    [two] نتيجتان تقولان إن شيئاً بُدّل.
    [few] { $altered } نتائج تقول إن شيئاً بُدّل.
   *[other] { $altered } نتيجة تقول إن شيئاً بُدّل.
} فُحص { $entries } قيداً و{ $objects } جسماً.
cli-rebuild-about = ارمِ الجداول والفهرس واصنعهما من السجل من جديد.
cli-rebuild-same = صُنعت من جديد من { $entries } قيداً؛ وهي كما كانت.
cli-rebuild-differs = صُنعت من جديد من { $entries } قيداً؛ وليست كما كانت، فما كان تالفاً أو أقدم.
cli-backup-about = انسخ الأرشيف، والمفاتيح على حدة؛ وفي المرات التالية ينسخ الجديد فقط.
cli-backup-arg-to = المجلد الذي يُنسخ إليه.
cli-backup-done = نُسخ { $files } ملفاً ({ $size }) إلى { $folder }؛ وكان فيه { $same }.
cli-backup-keyring = المفاتيح في { $folder }. احفظها بعيدة عن الباقي، ولا تُبقِ نسخها القديمة طويلاً.
cli-restore-about = اصنع أرشيفاً من نسخة احتياطية؛ ويوقّع بعدها بمفتاح جهاز جديد.
cli-restore-arg-from = مجلد النسخة الاحتياطية.
cli-restore-done = استُعيد إلى { $folder }: { $entries } قيداً.
cli-serve-about = اعرض الصفحات على هذا الجهاز؛ وأول دخول يفتح الأرشيف.
cli-serve-how = افتح { $address } في المتصفح. ‏Ctrl-C ينهي العرض.
cli-demo-about = اصنع الأرشيف التجريبي وتحقق منه واعرضه.
cli-demo-arg-sources = مجلد مصادر التجربة.
cli-demo-arg-no-serve = لا تعرضه.
cli-demo-name = أرشيف تجريبي
cli-demo-there = الأرشيف التجريبي موجود في { $folder }.
cli-demo-sign-in = ادخل باسم { $name } وعبارة المرور { $passphrase }
cli-doctor-about = هل يصلح هذا الجهاز وهذا المجلد للعمل.
cli-doctor-sandbox-ok = الملفات الواردة يقرؤها برنامج بلا صلاحيات.
cli-doctor-sandbox-bad = تُحفظ الملفات ولا يمكن قراءتها هنا بأمان: { $value }
cli-doctor-clock-ok = الساعة تقول { $value }.
cli-doctor-clock-bad = الساعة تقول { $value }، وهذا لا يكاد يكون. اضبطها؛ لا يُرتَّب بها شيء، لكن الناس يقرؤونها.
cli-doctor-archive-ok = المجلد { $value } صالح.
cli-doctor-archive-bad = لا يمكن الكتابة في المجلد { $value }.
cli-completions-about = إكمال الأوامر في الصدفة.
cli-completions-arg-shell = الصدفة.
cli-man-about = اكتب صفحات الدليل في مجلد.
cli-man-arg-folder = المجلد.
cli-passphrase-prompt = عبارة المرور:{" "}
cli-mended = { $bytes ->
    [one] أُزيلت كتابة انقطعت (بايت واحد). لم يضع شيء مما أُقِرّ.
    [two] أُزيلت كتابة انقطعت (بايتان). لم يضع شيء مما أُقِرّ.
    [few] أُزيلت كتابة انقطعت ({ $bytes } بايتات). لم يضع شيء مما أُقِرّ.
   *[other] أُزيلت كتابة انقطعت ({ $bytes } بايت). لم يضع شيء مما أُقِرّ.
}
