### One item: its page, its text beside its picture, and its ledger entry.
item-title = مادة
item-read = اقرأ
item-download = نزّل الأصل
item-type = الصيغة
item-size = الحجم
item-modified = زمن الملف كما ورد
item-modified-hint = قاله الجهاز الذي جاء منه، وقد يخطئ.
item-accession = الدفعة
item-parent = ورد داخل
item-same = البايتات نفسها وردت أيضاً
item-same-hint = المحتوى واحد والطرق إلينا مختلفة؛ كل طريق محفوظ.
item-members = ما في داخله
item-readings = القراءات
item-readings-hint = النص المستخرج قراءة بأداة معروفة الإصدار، وليس هو الأصل.
item-no-readings = لم يُقرأ منه نص؛ وهو محفوظ كما ورد.
item-n-pages =
    { $n ->
         [zero] لا صفحات فيها نص
         [one] صفحة واحدة فيها نص
         [two] صفحتان فيهما نص
         [few] { $n } صفحات فيها نص
         [many] { $n } صفحة فيها نص
        *[other] { $n } صفحة فيها نص
    }
item-metadata = ما يقوله الملف عن نفسه
item-metadata-hint = قول الملف، وقد يُكتب فيه أي شيء.
item-isnad = إسناد هذه المادة
item-isnad-hint = من اليد التي جاءت به، إلى البايتات المختومة.
item-to-entry = افتح القيد المختوم
item-locked = مقفل بكلمة سر
item-locked-hint = هو محفوظ كما ورد. إن أُعطيت كلمة سره قُرئ وأُدخل ما فيه.
item-password = كلمة السر
item-password-hint = تُستعمل مرة واحدة ولا تُحفظ في أي مكان. يُسجَّل أنها أُعطيت ومن أعطاها.
item-unlock = افتح القفل

## Picture and text side by side.
read-title = قراءة
read-item = المادة وإسنادها
read-page-of = صفحة { $page } من { $of }
read-picture-alt = صورة الصفحة { $n }؛ نصها إلى جانبها
read-veiled = صورة محجوبة: قد يكون فيها ما يؤذي النظر إليه.
read-show = أظهرها هذه المرة
read-spared = طلبت ألا تُعرض عليك صور.
read-spared-settings = غيّر ذلك من الإعدادات
read-no-text = لم يُقرأ من هذه الصفحة نص.

## A ledger entry.
ledger-title = القيد
ledger-sound = التوقيع والالتزام والبرهان صحيحة، فُحصت الآن
ledger-broken = لم يصح الفحص: انظر صفحة التحقق
ledger-lead = هذه ورقة من السجل كما هي على القرص. يستطيع أي إنسان أن يفحصها دون هذا البرنامج.
ledger-unknown-kind = نوع لا نعرفه: { $text }
ledger-at = الزمن المُدّعى
ledger-at-hint = ساعة الجهاز الذي وقّع. لا يُرتَّب شيء بها.
ledger-device = مفتاح الجهاز
ledger-device-hint = من وقّع.
ledger-signature = التوقيع
ledger-leaf = الورقة
ledger-leaf-hint = فيها التزام مملّح لا يكشف اسماً ولا محتوى.
ledger-leaf-hash = بصمة الورقة
ledger-proof = برهان الانتماء
ledger-proof-hint = بصمات الجيران، من الورقة صعوداً إلى الجذر.
ledger-proof-none = القيد وحده في الشجرة؛ بصمته هي الجذر.
ledger-checkpoint = نقطة الختم
ledger-checkpoint-hint = رأس الشجرة موقّعاً: المعرّف، وعدد القيود، والجذر، والتوقيع.
ledger-body = المضمون
ledger-key-withheld = مفتاح لا يُعرض
ledger-body-erased = مُحي مفتاحه، فلا يُقرأ. وبرهان وجوده باقٍ.
ledger-check = افحصه بأدوات أخرى
ledger-check-1 = احسب بصمة الورقة بهذا الأمر، وقارنها بما هو مكتوب هنا:
ledger-check-2 = ثم اصعد درجة درجة بكل سطر من البرهان، عن اليسار أو عن اليمين بحسب رقم القيد:
ledger-check-3 = ما تصل إليه في الأعلى هو الجذر المكتوب في نقطة الختم بترميز base64.
ledger-check-4 = الصيغ من الميدان نفسه: ‏RFC 6962 للشجرة، وC2SP tlog-checkpoint لنقطة الختم، وEd25519 للتوقيع. أي أداة تعرفها تكفي.
item-provenance-unsigned = ليس في العلامة توقيع يُقرأ، فهي كلام الملف عن نفسه.
item-provenance-signed-unchanged = موقّع، ولم يتغير منذ توقيعه، ووقّعه من بيده مفتاح هذه الشهادة. ومُصدر الشهادة غير معروف هنا، فالاسم من كلامها وحدها. وليس في هذا حكم على ما تُظهره الصورة.
item-provenance-signed-altered = موقّع، لكن هذا الملف ليس كما كان حين وُقّع.
item-provenance-signed-unbound = التوقيع صحيح؛ أما بقاء الملف على حاله منذ ذلك فلا يُعرف هنا.
item-provenance-signed-unknown = موقّع بطريقة لا يمكن فحصها هنا.
item-provenance-signature-wrong = التوقيع لا يصح.
