### سطر الأوامر.
cli-about = من مجلد ملفات إلى أرشيف يُبحث فيه ولا يُبدَّل فيه شيء خفية.
cli-arg-archive = مجلد الأرشيف.
cli-arg-lang = لغة الرسائل.
cli-arg-name = من أنت؛ وإن لم تقل فأول أمين للأرشيف.
cli-arg-json = كائن JSON في كل سطر، للبرامج.
cli-arg-from = ممّن استُلمت المواد؛ ويكفي اسم مستعار.
cli-arg-when = متى استُلمت، بكلماتك.
cli-arg-where = أين استُلمت.
cli-arg-how = كيف استُلمت.
cli-arg-authority = بتفويض مَن أُدخلت.
cli-arg-notes = عند من كانت قبل وصولها، وكل ما ينبغي أن يُذكر.
cli-arg-sensitivity = إلى أي حد يجوز عرضها: public أو internal أو restricted (المعتاد) أو sealed.
cli-arg-listen = العنوان المحلي للصفحات.
cli-arg-keyring = مجلد نسخة حلقة المفاتيح؛ وهو بجوار النسخة الاحتياطية ما لم تقل غير ذلك.
cli-init-about = أنشئ أرشيفاً.
cli-init-arg-name = اسم الأرشيف.
cli-init-arg-keeper = اسم أول أمين عليه.
cli-init-done = أُنشئ الأرشيف { $origin } في { $folder }.
cli-init-next = الأمين عليه { $keeper }. اكتب عبارة المرور واحفظها بعيداً: من دونها لا يفتح الأرشيفَ أحد، ولا نحن.
cli-init-weak = عبارة مرور هذا الأرشيف سهلة التخمين. للتجربة فقط.
cli-unfinished-cleared = في المجلد { $folder } بقية أرشيف انقطع إنشاؤه. تُزال ويُبدأ من جديد.
cli-intake-about = أدخل ملفات ومجلدات. وإن انقطع العمل فأعد الأمر نفسه فيتابع من حيث توقف.
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
cli-intake-arg-dry-run = لا تُدخل شيئاً: قل فقط ما الذي سيُحفظ، وما الذي سيُرفض ولماذا.
cli-intake-forecast = المتوقع: وردت { $received } = حُفظت { $kept } + رُفضت { $refused } (ومن المحفوظ { $duplicates } في الأرشيف من قبل). الحجم كله { $size }، والجديد منه { $new }.
cli-intake-goes-on = انقطع من قبل إدخال لهذه المسارات، والإدخال القادم يتابعه.
cli-intake-nothing-written = لم يُكتب شيء.
cli-intake-arg-ocr = ثم اقرأ الصفحات التي لا نص فيها من صورها.
cli-intake-waiting = { $n ->
    [one] صفحة واحدة تنتظر أن تُقرأ من صورتها: isnad ocr
    [two] صفحتان تنتظران أن تُقرآ من صورتيهما: isnad ocr
    [few] { $n } صفحات تنتظر أن تُقرأ من صورها: isnad ocr
   *[other] { $n } صفحة تنتظر أن تُقرأ من صورها: isnad ocr
}
cli-ocr-about = اقرأ الصفحات من صورها. وإن انقطع العمل فأعد الأمر نفسه يتابع مع ما بقي.
cli-ocr-arg-items = صفحات هذه المواد وحدها؛ وإلا فكل ما ينتظر.
cli-ocr-arg-accession = صفحات هذه الدفعة وحدها.
cli-ocr-arg-again = وما قرأه برنامج من قبل، ما لم يكن إنسان قد قابل منه شيئاً بالصورة.
cli-ocr-arg-limit = هذا العدد من الصفحات على الأكثر.
cli-ocr-arg-dry-run = قل كم صفحة، ولا تقرأ شيئاً.
cli-ocr-waiting = { $n ->
    [zero] لا صفحة تنتظر
    [one] صفحة واحدة تنتظر
    [two] صفحتان تنتظران
    [few] { $n } صفحات تنتظر
   *[other] { $n } صفحة تنتظر
}
cli-ocr-count = الصفحات { $pages } = قُرئت { $read } + تعذّرت { $failed }؛ وبقي ينتظر { $left }
cli-ocr-numbers = { $n ->
    [one] رقم واحد قُرئ من صورة: قابله بها قبل أن تعتمد عليه (isnad serve)
    [two] رقمان قُرئا من صورة: قابلهما بها قبل أن تعتمد عليهما (isnad serve)
    [few] { $n } أرقام قُرئت من صور: قابلها بها قبل أن تعتمد عليها (isnad serve)
   *[other] { $n } رقماً قُرئت من صور: قابلها بها قبل أن تعتمد عليها (isnad serve)
}
cli-status-about = ما في الأرشيف، وكيف حاله.
cli-status-entries = القيود المختومة: { $entries } · المحتويات: { $objects } · الحجم: { $size }
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
cli-status-pages = { $n ->
    [one] صفحة واحدة تنتظر أن تُقرأ من صورتها: isnad ocr
    [two] صفحتان تنتظران أن تُقرآ من صورتيهما: isnad ocr
    [few] { $n } صفحات تنتظر أن تُقرأ من صورها: isnad ocr
   *[other] { $n } صفحة تنتظر أن تُقرأ من صورها: isnad ocr
}
cli-status-numbers = { $n ->
    [one] رقم واحد قُرئ من صورة ينتظر أن يُقابَل بها
    [two] رقمان قُرئا من صورة ينتظران أن يُقابَلا بها
    [few] { $n } أرقام قُرئت من صور تنتظر أن تُقابَل بها
   *[other] { $n } رقماً قُرئت من صور تنتظر أن تُقابَل بها
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
cli-verify-about = تحقق من كل شيء من جديد: البايتات والتوقيعات والشجرة ونقطة الختم وحلقة المفاتيح.
cli-verify-arg-seals-only = من دون عبارة المرور: تُفحص الأختام لا المحتوى.
cli-verify-holds = فيه «{ $path }»، وهي المادة { $id }.
cli-verify-holds-text = فيه النص المقروء من «{ $path }»، وهي المادة { $id }.
cli-verify-ok = سليم، لم يتغيّر فيه شيء. القيود: { $entries } · التوقيعات: { $acts } · المحتويات: { $objects } · قُرئ من جديد: { $size }.
cli-verify-seals-ok = الأختام سليمة. القيود: { $entries } · التوقيعات: { $acts } · المحتويات: { $objects }. ولم يُفتح ما في داخلها.
cli-verify-altered = { $altered ->
    [one] وُجد تغيير واحد.
    [two] وُجد تغييران.
    [few] وُجدت { $altered } تغييرات.
    [many] وُجد { $altered } تغييراً.
   *[other] وُجد { $altered } تغيير.
} فُحصت القيود: { $entries } · والمحتويات: { $objects }.
cli-rebuild-about = امحُ الجداول والفهرس وأعد بناءهما من السجل.
cli-rebuild-same = أُعيد البناء من السجل، والنتيجة كما كانت. القيود: { $entries }.
cli-rebuild-differs = أُعيد البناء من السجل، والنتيجة ليست كما كانت: كان ما قبلها تالفاً أو أقدم. القيود: { $entries }.
cli-backup-about = انسخ الأرشيف، وحلقة المفاتيح على حدة؛ وفي المرات التالية يُنسخ الجديد فقط.
cli-backup-arg-to = المجلد الذي يُنسخ إليه.
cli-backup-done = نُسخ الجديد إلى { $folder }. الملفات: { $files } ({ $size })؛ وكان فيه من قبل: { $same }.
cli-backup-keyring = حلقة المفاتيح في { $folder }. احفظها بعيدة عن الباقي، ولا تُبقِ نسخها القديمة طويلاً.
cli-restore-about = أنشئ أرشيفاً من نسخة احتياطية؛ ويوقّع بعدها بمفتاح جهاز جديد.
cli-restore-arg-from = مجلد النسخة الاحتياطية.
cli-restore-done = استُعيد الأرشيف إلى { $folder }. القيود: { $entries }.
cli-serve-about = اعرض الصفحات على هذا الجهاز؛ وأول دخول يفتح الأرشيف.
cli-serve-how = افتح { $address } في المتصفح. ‏Ctrl-C ينهي العرض.
cli-demo-about = أنشئ الأرشيف التجريبي وتحقق منه واعرضه.
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
cli-completions-about = إكمال الأوامر تلقائياً في سطر الأوامر.
cli-completions-arg-shell = برنامج سطر الأوامر، مثل bash.
cli-doctor-ocr-ok = الصفحات تُقرأ من صورها بالبرنامج { $value }.
cli-doctor-ocr-bad = لا تُقرأ الصفحات من صورها هنا. { $value }
cli-man-about = اكتب صفحات الدليل في مجلد.
cli-man-arg-folder = المجلد.
cli-passphrase-prompt = عبارة المرور:{" "}
cli-mended = { $bytes ->
    [one] أُزيلت كتابة انقطعت (بايت واحد). لم يضع شيء مما أُعلن ختمه.
    [two] أُزيلت كتابة انقطعت (بايتان). لم يضع شيء مما أُعلن ختمه.
    [few] أُزيلت كتابة انقطعت ({ $bytes } بايتات). لم يضع شيء مما أُعلن ختمه.
   *[other] أُزيلت كتابة انقطعت ({ $bytes } بايت). لم يضع شيء مما أُعلن ختمه.
}

## الكشوف والبطاقات والأنواع.
cli-import-about = اجعل جدولاً محفوظاً بطاقاتٍ: لكل صف بطاقته، ولكل خلية مصدرها. يُوقَّع الجدول كله بتوقيع واحد.
cli-import-arg-item = رقم المادة التي فيها الجدول.
cli-import-arg-map = ملف يقول ما في كل عمود.
cli-import-arg-propose = اطبع خريطة مقترحة لهذا النوع ولا تفعل شيئاً.
cli-import-arg-encoding = ترميز الملف النصي إن لم يُرَد تخمينه.
cli-import-arg-delimiter = الفاصل بين الخلايا إن لم يُرَد تخمينه.
cli-import-arg-dry-run = انظر فقط ولا تكتب شيئاً.
cli-import-count = ورد { $received } = حُفظ { $kept } + معروف { $known } + رُفض { $refused }
cli-import-dry = لو أُدخل: يرد { $received } = يُحفظ { $kept } + معروف { $known } + يُرفض { $refused }
cli-import-told = { $n } ×
cli-import-doubt = { $n } × { $property }:
cli-record-about = البطاقات وما قيل فيها.
cli-record-list-about = البطاقات، الأحدث أولاً.
cli-record-list-arg-kind = هذا النوع وحده.
cli-record-list-arg-limit = لا أكثر من هذا العدد.
cli-record-show-about = بطاقة واحدة وكل ما قيل فيها، ولكل قول مصدره.
cli-record-show-arg-id = رقم البطاقة.
cli-record-total =
    { $n ->
         [zero] لا بطاقات
         [one] بطاقة واحدة
         [two] بطاقتان
         [few] { $n } بطاقات
         [many] { $n } بطاقة
        *[other] { $n } بطاقة
    }
cli-schema-about = أنواع البطاقات وخاناتها وكلماتها، وهي ملفات.
cli-schema-list-about = الأنواع التي يأتي بها البرنامج.
cli-schema-check-about = افحص ملفات تزيد أنواعاً أو خانات أو كلمات.
cli-schema-check-arg-folder = المجلد الذي فيه الملفات.
cli-schema-adopt-about = اعتمد هذه الملفات في الأرشيف؛ تحل محل ما اعتُمد قبلها، ولا يضيع قول.
cli-schema-adopt-arg-folder = المجلد الذي فيه الملفات.
cli-schema-sound = سليمة. الأنواع: { $kinds }؛ القوائم: { $vocabularies }.
cli-schema-adopted = اعتُمدت وخُتم عليها.
cli-schema-doc-about = اكتب صفحات تُقرأ عن الأنواع والخانات والكلمات.
cli-schema-doc-arg-out = مجلد الصفحات، فارغ أو غير موجود بعد.
cli-schema-doc-arg-overlay = مجلد فيه ملفات تُزاد على ما يأتي به البرنامج.
cli-schema-doc-done = كُتبت الصفحات في { $folder }. الأنواع: { $kinds }؛ القوائم: { $vocabularies }.
cli-schema-micro-thesaurus-about = اصنع قائمة كلمات من جدول من جداول HURIDOCS المصغّرة تأتي به أنت.
cli-schema-micro-thesaurus-arg-file = الجدول: عمود للرموز، وعمود لكل لغة.
cli-schema-micro-thesaurus-arg-id = معرّف القائمة: حروف لاتينية صغيرة وأرقام وشرطات.
cli-schema-micro-thesaurus-arg-out = المجلد الذي تُكتب فيه القائمة مع ملفات الأنواع.
cli-schema-micro-thesaurus-arg-ar = اسم القائمة بالعربية.
cli-schema-micro-thesaurus-arg-en = اسم القائمة بالإنكليزية.
cli-schema-micro-thesaurus-arg-fr = اسم القائمة بالفرنسية.
cli-schema-micro-thesaurus-arg-encoding = ترميز الملف النصي إن لم يُرَد تخمينه.
cli-schema-micro-thesaurus-arg-delimiter = الفاصل بين الخلايا إن لم يُرَد تخمينه.
cli-schema-micro-thesaurus-done = ورد { $received } = حُفظ { $kept } + رُفض { $refused }. كُتب في { $file }

## ما ليس كما يجب في ملفات الأنواع.
fault-not-toml = { $file }: ليس ملف TOML سليماً. { $about }
fault-not-a-schema-file = { $file }: ليس نوعاً ولا قائمة كلمات. { $about }
fault-bad-id = { $file }، { $place }: الاسم «{ $about }» لا يصلح. تصلح الحروف اللاتينية الصغيرة والأرقام والشرطة.
fault-label-missing = { $file }، { $place }: لا اسم له باللغة «{ $about }»، أو اللغة غير معروفة.
fault-area-unknown = { $file }، { $place }: لا مجال عمل اسمه «{ $about }».
fault-sensitivity-unknown = { $file }، { $place }: «{ $about }» ليست درجة حساسية.
fault-type-unknown = { $file }، { $place }: لا نوع للقيم اسمه «{ $about }».
fault-twice = { $file }، { $place }: «{ $about }» مرتان.
fault-vocabulary-unknown = { $file }، { $place }: لا قائمة كلمات اسمها «{ $about }».
fault-kind-unknown = { $file }، { $place }: لا نوع اسمه «{ $about }».
fault-property-unknown = { $file }، { $place }: لا خانة اسمها «{ $about }».
fault-group-unknown = { $file }، { $place }: لا مجموعة اسمها «{ $about }».
fault-type-changed = { $file }، { $place }: «{ $about }» لها نوع آخر، ولا يتغيّر نوع خانة قيل فيها شيء.
fault-parent-unknown = { $file }، { $place }: الأصل «{ $about }» ليس في القائمة.
fault-parent-circle = { $file }، { $place }: تدور الأصول في حلقة وتعود إلى «{ $about }».
fault-term-unknown = { $file }، { $place }: لا كلمة رمزها «{ $about }» في قائمة الخانة التي يتوقف عليها السؤال، فلن يُسأل أبداً.
fault-key-misplaced = { $file }، { $place }: «{ $about }» لا معنى لها مع هذا النوع من القيم.
fault-sensitivity-lowered = { $file }، { $place }: «{ $about }» أقل حساسية مما هو عليه. يجوز أن تزيدها لا أن تنقصها.
