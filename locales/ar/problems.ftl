### What went wrong (problem-CODE), what to do next (problem-CODE-next), and for findings of a verification what it
### means (problem-CODE-means). The codes are values of `Problem` in the sources; a test holds both together.

## Opening an archive.
problem-internal = تعذّر إكمال هذا لخطأ في البرنامج نفسه.
problem-internal-next = ما خُتم قبله باقٍ كما هو. أعد المحاولة؛ فإن تكرر فتحقق من سلامة الأرشيف وأبلغ من يعتني به.
problem-wrong-passphrase = لا يُفتح الأرشيف بهذا الاسم وهذه العبارة.
problem-wrong-passphrase-next = تأكد من لغة لوحة المفاتيح ومن المسافات، ثم أعد المحاولة. إن ضاعت العبارة فاسأل أمين الأرشيف.
problem-passphrase-empty = عبارة المرور فارغة.
problem-passphrase-empty-next = اختر خمس كلمات عشوائية أو أكثر.
problem-name-taken = الاسم { $name } مستعمل.
problem-name-taken-next = اختر اسماً آخر أو كنية.
problem-not-allowed = دورك في هذا الأرشيف لا يسمح بذلك.
problem-not-allowed-next = اطلبه من أمين الأرشيف.
problem-no-archive = لا أرشيف في المجلد { $folder }.
problem-no-archive-next = تأكد من المسار، أو أنشئ أرشيفاً جديداً بالأمر isnad init.
problem-folder-not-empty = المجلد { $folder } ليس فارغاً.
problem-folder-not-empty-next = سمِّ مجلداً فارغاً أو غير موجود. لم يُكتب شيء.
problem-archive-unfinished = في المجلد { $folder } أرشيف بُدئ إنشاؤه ولم يتم.
problem-archive-unfinished-next = أعد الأمر الذي بدأه، isnad init أو isnad restore، بالمجلد نفسه: يزيل البقية ويبدأ من جديد. لم يكن قد خُتم هنا شيء.
problem-unfinished-with-others = في المجلد { $folder } بقية أرشيف لم يتم إنشاؤه، وفيه أيضاً { $file }، وليس مما كتبه البرنامج.
problem-unfinished-with-others-next = انقل هذا الملف إلى مكان آخر وأعد الأمر. لم يُمحَ شيء.
problem-archive-in-use = الأرشيف مفتوح في عملية أخرى، رقمها { $process }.
problem-archive-in-use-next = أغلقه هناك أولاً. لا يكتب فيه اثنان معاً، لئلا ينقسم السجل.
problem-format-newer = كتب هذا الأرشيف إصدار أحدث: صيغته { $found }، وهذا البرنامج يعرف { $known }.
problem-format-newer-next = استعمل إصداراً أحدث من البرنامج. لم يتغير شيء.
problem-format-older = صيغة هذا الأرشيف قديمة: { $found }، وهذا البرنامج يعرف { $known }.
problem-format-older-next = افتحه بالإصدار الذي كتبه، وخذ منه نسخة احتياطية، ثم اقرأ دليل الانتقال.
problem-marker-altered = ملف تعريف الأرشيف، isnad.toml، ليس كما كتبه البرنامج.
problem-marker-altered-means = لا يُعرف به أي أرشيف هذا. القيود والمحتويات قد تكون سليمة كلها.
problem-marker-altered-next = أعد هذا الملف من نسخة احتياطية، ثم تحقق ثانية.
problem-backup-of-another = في المجلد { $folder } نسخة احتياطية لأرشيف آخر.
problem-backup-of-another-next = سمِّ مجلداً آخر. لم يُكتب شيء.

## The disk.
problem-disk-full = امتلأ القرص أثناء الكتابة في { $file }.
problem-disk-full-next = أفرغ مكاناً ثم أعد المحاولة. ما خُتم قبل الامتلاء باقٍ.
problem-disk-full-means = توقف التحقق هنا لأن القرص ممتلئ، لا لأن شيئاً تغيّر.
problem-no-permission = لا إذن بقراءة { $file } أو الكتابة فيه.
problem-no-permission-next = اسأل صاحب هذا الجهاز أن يأذن لحسابك بالملف، ثم أعد المحاولة.
problem-no-permission-means = لم يُفحص هذا الملف. لا يُعرف أتغيّر أم لا.
problem-file-missing = الملف { $file } غير موجود.
problem-file-missing-next = تأكد من المسار، ومن أن القرص موصول.
problem-file-missing-means = ينقص الأرشيف ملف من ملفاته.
problem-read-only-disk = القرص الذي فيه { $file } للقراءة فقط.
problem-read-only-disk-next = افتحه للكتابة، أو انسخ الأرشيف إلى قرص آخر.
problem-disk-error = تعذّرت القراءة من { $file } أو الكتابة فيه.
problem-disk-error-next = قد يكون القرص آخذاً في العطب. خذ نسخة احتياطية الآن على قرص آخر، ثم افحص القرص.
problem-disk-error-means = لم يُقرأ هذا الجزء، فلا يُعرف أسليم هو أم لا.
problem-disk-lied = كُتب القيد ثم قُرئ من القرص فلم يطابق.
problem-disk-lied-next = لم يُختم شيء. لا تُكمل على هذا القرص: انسخ الأرشيف إلى قرص آخر وتحقق منه هناك.
problem-archive-suspect = تعذّرت كتابة سابقة، فتوقف الأرشيف عن قبول قيود جديدة.
problem-archive-suspect-next = أغلقه وافتحه من جديد: يُفحص آخره ويُعاد إلى آخر ما خُتم. ثم تحقق منه.

## Findings of a verification.
problem-object-altered = محتوى في الخزنة لا يطابق بصمته.
problem-object-altered-means = تغيّرت بايتات هذا الملف بعد ختمه، بيد أو بعطب. ما عداه من المواد لا يمسّه ذلك.
problem-object-altered-next = لا تمحُه. انسخ الأرشيف كما هو، ثم أعد هذا الملف من نسخة احتياطية وتحقق ثانية.
problem-object-missing = محتوى مختوم ليس في الخزنة.
problem-object-missing-means = السجل يثبت أنه كان هنا، وملفه حُذف أو نُقل.
problem-object-missing-next = أعده من نسخة احتياطية وتحقق ثانية. إن لم تجده فدوّن متى لوحظ غيابه ومن لاحظه.
problem-payload-altered = مضمون القيد رقم { $entry } لا يطابق التزامه.
problem-payload-altered-means = تغيّر وصف المادة أو خبرها بعد الختم. الورقة في السجل ما زالت تشهد على الأصل.
problem-payload-altered-next = انسخ الأرشيف كما هو، ثم أعد الملف المذكور من نسخة احتياطية وتحقق ثانية.
problem-payload-missing = مضمون القيد رقم { $entry } مفقود.
problem-payload-missing-means = يثبت السجل وجوده، وملفه حُذف أو نُقل.
problem-payload-missing-next = أعده من نسخة احتياطية وتحقق ثانية.
problem-key-missing = مفتاح القيد رقم { $entry } ليس في حلقة المفاتيح.
problem-key-missing-means = لا يُقرأ مضمونه بعد. إن كان مُحي عمداً فهذا ما ينبغي؛ وإلا فقد حُذف من حلقة المفاتيح.
problem-key-missing-next = اسأل أمين الأرشيف هل مُحي عمداً؛ وإلا فأعد حلقة المفاتيح من نسختها الاحتياطية.
problem-keyring-damaged = حلقة المفاتيح تالفة أو مبدّلة.
problem-keyring-damaged-means = الأختام تُفحص دونها، أما المحتويات فلا تُفتح. لم تضع البايتات المشفّرة.
problem-keyring-damaged-next = أعد مجلد keyring من نسخته الاحتياطية، ثم تحقق ثانية.
problem-slots-altered = خانات عبارات المرور ليست كما تركها الأرشيف.
problem-slots-altered-means = ربما أُضيف من يستطيع الدخول أو حُذف، دون أن يمر ذلك بالسجل.
problem-slots-altered-next = راجع قائمة الناس مع أمين آخر، ثم أعد مجلد keyring من نسخته الاحتياطية.
problem-devices-altered = سجل مفاتيح الأجهزة ليس كما وقّعه الأرشيف.
problem-devices-altered-means = لا يُوثق بعد بمن يحق له التوقيع في هذا الأرشيف.
problem-devices-altered-next = أعد الملف المذكور من نسخة احتياطية وتحقق ثانية، ولا تُدخل شيئاً قبل ذلك.
problem-ledger-altered = في السجل قيد لا يُقرأ.
problem-ledger-altered-next = شغّل التحقق: يسمّي موضع الضرر بعينه.
problem-ledger-rolled-back = عدد القيود { $found }، وقد ختم هذا الجهاز { $known } قبل الآن.
problem-ledger-rolled-back-means = أُعيد السجل إلى حال أقدم: أُزيل آخره، أو أُعيدت نسخة قديمة مكانه.
problem-ledger-rolled-back-next = إن استعدت نسخة احتياطية فافتحها بالأمر isnad restore ليبدأ عهد جديد. وإلا فقارنها بالجذر الذي أودعته عند غيرك.
problem-checkpoint-altered = نقطة الختم لا يصح توقيعها.
problem-checkpoint-altered-means = غُيّر رأس الشجرة، أو وقّعه مفتاح ليس من هذا الأرشيف.
problem-checkpoint-altered-next = أعد الملف المذكور من نسخة احتياطية وتحقق ثانية.
problem-checkpoint-missing = نقطة الختم مفقودة.
problem-checkpoint-missing-means = القيود موجودة، لكن لا توقيع يشهد على آخرها.
problem-checkpoint-missing-next = أعد الملف المذكور من نسخة احتياطية وتحقق ثانية.
problem-root-differs = الجذر المحسوب من { $size } من الأوراق ليس الجذر الموقّع.
problem-root-differs-means = تغيّر قيد واحد على الأقل، أو تغيّر ترتيب القيود.
problem-root-differs-next = انظر باقي ما وُجد: يسمّي القيد إن عُرف. ثم أعد مجلد ledger من نسخة احتياطية.
problem-entries-missing = القيود من { $first } إلى { $last } مفقودة.
problem-entries-missing-means = كانت مختومة ثم أُزيلت من السجل.
problem-entries-missing-next = أعد الملف المذكور من نسخة احتياطية وتحقق ثانية.
problem-act-damaged = السجل تالف ابتداءً من القيد { $first }، عند الموضع { $offset }؛ حجم التالف بالبايت: { $bytes }.
problem-act-damaged-means = تغيّرت بايتات في ملف القيود نفسه. ما قبل هذا الموضع لا يمسّه ذلك.
problem-act-damaged-next = انسخ الأرشيف كما هو، ثم أعد الملف المذكور من نسخة احتياطية وتحقق ثانية.
problem-chain-broken = القيود من { $first } إلى { $last } لا تتصل بما قبلها.
problem-chain-broken-means = أُدخل شيء بينها أو أُبدل ما قبلها.
problem-chain-broken-next = انسخ الأرشيف كما هو، ثم أعد الملف المذكور من نسخة احتياطية وتحقق ثانية.
problem-signature-broken = لا يصح توقيع القيود من { $first } إلى { $last }.
problem-signature-broken-means = تغيّرت بعد توقيعها، أو وقّعها من ليس من أجهزة الأرشيف.
problem-signature-broken-next = انسخ الأرشيف كما هو، ثم أعد الملف المذكور من نسخة احتياطية وتحقق ثانية.
problem-tile-altered = جزء محفوظ من الشجرة لا يطابق القيود.
problem-tile-altered-means = القيود نفسها تُفحص دونه، فهو يُحسب منها. لكن أحداً غيّره أو تلف.
problem-tile-altered-next = أعد الملف المذكور من نسخة احتياطية، أو افتح الأرشيف فيُعاد حسابه، ثم تحقق ثانية.
problem-entry-unknown = في السجل قيد من نوع لا يعرفه هذا البرنامج.
problem-entry-unknown-next = كتبه في الغالب إصدار أحدث. استعمل إصداراً أحدث لتقرأه.
problem-unfinished-write = في آخر الملف بقية كتابة انقطعت؛ حجمها بالبايت: { $bytes }.
problem-unfinished-write-means = هذا ما يتركه انقطاع الكهرباء. لم يُعلَن ختمه قط، ولم يضع شيء.
problem-unfinished-write-next = لا حاجة إلى شيء: تُزال البقية عند فتح الأرشيف.
problem-file-unknown = في مجلد الأرشيف ملف لا يذكره السجل.
problem-file-unknown-means = قد يكون بقية إدخال انقطع، أو ملفاً وضعه أحد هنا. ليس من الأدلة.
problem-file-unknown-next = لا يُستعمل ولا يضر. إن لم تعرف من وضعه فاسأل قبل أن تمحوه.
problem-file-unclaimed = في مجلد الأرشيف ملف لا يُعرف لأي قيد هو.
problem-file-unclaimed-means = جزء من السجل لا يُقرأ، وقد يكون هو الذي يذكر هذا الملف. فلعله من الأدلة.
problem-file-unclaimed-next = لا تمحُه. أعد السجل من نسخة احتياطية وتحقق ثانية.
problem-write-left = هنا بقية كتابة انقطعت.
problem-write-left-means = لم يُعلَن ختمها قط، ولم يضع شيء.
problem-write-left-next = لا حاجة إلى شيء: يزيلها البرنامج حين يعود إلى العمل.

## What is made again from the log.
problem-views-damaged = الجداول المشتقة من السجل لا تُقرأ.
problem-views-damaged-next = أعد بناءها بالأمر isnad rebuild. لا يضيع شيء: كل ما فيها من السجل.
problem-index-damaged = فهرس البحث لا يُقرأ.
problem-index-damaged-next = أعد بناءه بالأمر isnad rebuild. لا يضيع شيء.
problem-index-outdated = فهرس البحث من إصدار سابق.
problem-index-outdated-next = أعد بناءه بالأمر isnad rebuild.
problem-index-unreachable = تعذّرت قراءة ملفات فهرس البحث: { $reason }.
problem-index-unreachable-next = افحص القرص، ثم أعد بناء الفهرس بالأمر isnad rebuild.
problem-index-failed = تعذّر البحث: { $reason }.
problem-index-failed-next = جرّب كلمات أخرى؛ فإن تكرر فأعد بناء الفهرس بالأمر isnad rebuild.

## Taking in: what was refused.
problem-is-link = هذا رابط رمزي، لا ملف.
problem-is-link-next = أدخل الملف الذي يشير إليه.
problem-not-a-file = هذا ليس ملفاً عادياً: جهاز أو أنبوب أو مقبس.
problem-not-a-file-next = لا بايتات فيه تُحفظ.
problem-own-archive = هذا المجلد هو الأرشيف نفسه.
problem-own-archive-next = لا حاجة إلى إدخاله. إن وضعت فيه ملفاً تريد حفظه فانقله إلى خارجه أولاً.
problem-read-again = تغيّر الملف وهو يُقرأ.
problem-read-again-next = أغلق البرنامج الذي يكتب فيه، ثم أدخله ثانية.
problem-member-not-a-file = هذا ليس ملفاً عادياً في الحاوية: { $reason }.
problem-member-not-a-file-next = الحاوية نفسها محفوظة كاملة.
problem-member-encrypted = هذا الملف مشفّر داخل حاويته.
problem-member-encrypted-next = الحاوية محفوظة كاملة. إن عُرفت كلمة السر فافتحها وأدخل ما فيها أيضاً.
problem-member-damaged = هذا الملف تالف داخل حاويته.
problem-member-damaged-next = الحاوية محفوظة كما وردت. اطلب نسخة أخرى ممن جاء بها.
problem-member-method-unknown = ضُغط هذا الملف بطريقة لا نعرفها: { $reason }.
problem-member-method-unknown-next = الحاوية محفوظة كاملة. افتحها ببرنامج آخر وأدخل ما فيها أيضاً.
problem-member-name-too-long = اسم هذا الملف في الحاوية أطول من الحد، وهو { $bytes_max } بايت.
problem-member-name-too-long-next = الحاوية محفوظة كاملة.
problem-container-damaged = الحاوية تالفة، فلم يُفتح منها كل ما فيها.
problem-container-damaged-next = هي محفوظة كما وردت. اطلب نسخة أخرى ممن جاء بها.
problem-container-too-deep = حاوية داخل حاوية أعمق من الحد، وهو { $depth_max }.
problem-container-too-deep-next = هي محفوظة كاملة دون أن تُفتح. افتحها بنفسك وأدخل ما فيها إن كان يهمك.
problem-container-too-many-members = في الحاوية أكثر من { $count_max } من الملفات.
problem-container-too-many-members-next = هي محفوظة كاملة. افتحها بنفسك وأدخل المجلد الناتج.
problem-container-bomb = تنتفخ الحاوية عند فتحها فوق المعقول: أكثر من { $bytes_max } بايت، أو { $ratio_max } ضعفاً.
problem-container-bomb-next = هي محفوظة كاملة دون أن تُفتح. قد تكون صُنعت للإيذاء؛ لا تفتحها على جهاز عمل.

## Kept, but not fully read.
problem-not-read = حُفظ دون أن يُقرأ نصه.
problem-not-read-next = تبقى البايتات كما وردت. يمكن قراءته لاحقاً.
problem-document-not-read = لا نقرأ هذه الصيغة بعد: { $media_type }.
problem-document-not-read-next = الملف محفوظ كاملاً. افتحه ببرنامجه بعد تنزيله.
problem-document-encrypted = الوثيقة مقفلة بكلمة سر.
problem-document-encrypted-next = هي محفوظة كما وردت. إن عُرفت كلمة السر فأدخل أيضاً نسخة مفتوحة منها.
problem-encoding-guessed = لم يقل الملف بأي ترميز كُتب؛ قُرئ على أنه { $encoding }.
problem-encoding-guessed-next = إن بدت الحروف غريبة فاقرأ الأصل ببرنامج آخر. البايتات كما وردت.
problem-text-bytes-damaged = في النص بايتات لا معنى لها في ترميز { $encoding }؛ عددها: { $count }.
problem-text-bytes-damaged-next = وُضعت مكانها علامة � في القراءة. الأصل محفوظ كما ورد.
problem-document-damaged = جزء من الوثيقة تالف أو مقطوع: { $part }.
problem-document-damaged-next = قُرئ منها ما أمكن، وما بعد موضع التلف لم يُقرأ. هي محفوظة كما وردت؛ اطلب نسخة أخرى ممن أتى بها.
problem-docx-damaged = جزء من الوثيقة تالف: { $part }.
problem-docx-damaged-next = قُرئ منها ما أمكن. هي محفوظة كما وردت.
problem-pdf-damaged = ملف PDF تالف.
problem-pdf-damaged-next = هو محفوظ كما ورد. اطلب نسخة أخرى، أو افتحه ببرنامج أكثر تساهلاً.
problem-pdf-metadata-damaged = وصف ملف PDF لنفسه (XMP) تالف.
problem-pdf-metadata-damaged-next = يُعرض ما أمكنت قراءته منه. النص لا يتوقف عليه.
problem-pdf-page-damaged = الصفحة { $page } من ملف PDF تالفة.
problem-pdf-page-damaged-next = قُرئت الصفحات الأخرى. الملف محفوظ كما ورد.
problem-pdf-page-doubtful = قد تكون قراءة الصفحة { $page } غير صحيحة: { $reason ->
    [letters-unmapped] لا يقول الملف أي حروف هي كثير من علاماتها
    [letters-reversed] تبدو كلماتها محفوظة بالمقلوب
    [lam-alef-swapped] اللام والألف متبادلتان في كلماتها، كما تفعل برامج معيبة
    [words-unlikely] حروفها لا تشبه كلمات عربية
    [text-behind-picture] نصها مخفي خلف صورة، وقد استخرجه برنامج من تلك الصورة
    [digits-differ] تُرى فيها أرقام لا توجد في النص الذي يرفقه الملف بها
    [text-outside-page] بعض نصها خارج حدود الصفحة حيث لا يراه أحد
   *[other] { $reason }
}.
problem-pdf-page-doubtful-next = قارن النص بصورة الصفحة، والأرقام أولاً. تُرك النص كما يعطيه الملف.
problem-pdf-page-too-full = في الصفحة { $page } علامات أكثر من الحد الذي يُقرأ من صفحة واحدة، وهو { $count_max }؛ عدد ما لم يُقرأ: { $count }.
problem-pdf-page-too-full-next = انظر إلى صورة الصفحة. الملف محفوظ كما ورد.
problem-pdf-text-unmapped = في النص علامات لا يُعرف أي حرف هي؛ عددها: { $count }.
problem-pdf-text-unmapped-next = اقرأ صورة الصفحة. البحث لن يجد ما ضاع من الحروف.
problem-table-shortened = في الجدول مساحات فارغة أو خلايا مكررة لم تُكتب كلها؛ عدد المواضع: { $count }.
problem-table-shortened-next = لم تسقط خلية فيها قيمة إلا أن تكون تكراراً لما قبلها. إن أردت أن تعرف الصف والعمود بعينهما فافتح الأصل.
problem-image-damaged = الصورة تالفة.
problem-image-damaged-next = هي محفوظة كما وردت. اطلب نسخة أخرى ممن جاء بها.
problem-image-too-large = أبعاد الصورة { $width } × { $height } أكبر من أن تُعرض هنا؛ الحد بالميغابكسل: { $megapixels_max }.
problem-image-too-large-next = هي محفوظة كاملة. نزّلها لتراها.
problem-exif-damaged = بيانات الصورة عن نفسها تالفة.
problem-exif-damaged-next = الصورة نفسها محفوظة كما وردت.
problem-page-absent = لا صفحة { $page } في هذا الملف؛ صفحاته: { $pages }.
problem-page-absent-next = ارجع إلى الصفحة الأولى.
problem-page-not-drawable = لا يمكن رسم صورة لهذه الصفحة.
problem-page-not-drawable-next = اقرأ نصها، أو نزّل الأصل وافتحه ببرنامجه.
problem-reader-not-started = لم يبدأ القارئ المعزول: { $reason }.
problem-reader-not-started-next = المادة محفوظة دون أن تُقرأ. شغّل isnad doctor ليُعرف ما ينقص.
problem-reader-too-slow = لم يفرغ القارئ { $tool } في المهلة، وهي بالثواني: { $seconds_max }.
problem-reader-too-slow-next = المادة محفوظة كاملة. قد تكون كبيرة جداً أو صُنعت لتعطيل القارئ.
problem-reader-out-of-memory = احتاج القارئ { $tool } إلى ذاكرة فوق الحد، وهو بالميغابايت: { $megabytes_max }.
problem-reader-out-of-memory-next = المادة محفوظة كاملة دون أن تُقرأ كلها.
problem-reader-crashed = توقف القارئ { $tool } وهو يقرأ هذه المادة.
problem-reader-crashed-next = المادة محفوظة كاملة، والقارئ معزول فلم يمس شيئاً غيرها. قد تكون صُنعت للإيذاء.
problem-reader-answer-too-long = النص المقروء أطول من الحد، وهو { $bytes_max } بايت.
problem-reader-answer-too-long-next = المادة محفوظة كاملة. قسّمها وأدخل أجزاءها أيضاً ليجدها البحث.
problem-sandbox-missing = لا يستطيع هذا الجهاز عزل القارئ: { $reason }.
problem-sandbox-missing-next = حُفظت المواد دون أن تُقرأ، لأن قراءة ملف غريب بلا عزل خطر. شغّل isnad doctor.

## The command line and the server.
problem-passphrase-needed = لا عبارة مرور، ولا طرفية تُكتب فيها.
problem-passphrase-needed-next = ضعها في ملف لا يقرؤه غيرك، وسمِّه في المتغير ISNAD_PASSPHRASE_FILE.
problem-passphrase-file = تعذّرت قراءة ملف عبارة المرور { $file }.
problem-passphrase-file-next = تأكد من المسار في ISNAD_PASSPHRASE_FILE ومن الإذن بقراءته.
problem-file-there = الملف { $file } موجود من قبل.
problem-file-there-next = اختر اسماً آخر، فلا يُكتب فوق ملف موجود.
problem-item-absent = لا مادة هنا بالمعرّف { $id }، أو ليست متاحة لك.
problem-item-absent-next = ابحث عنها بالأمر isnad search.
problem-not-loopback = العنوان { $address } يُرى من خارج هذا الجهاز.
problem-not-loopback-next = استعمل 127.0.0.1. ولمن هم خارج هذا الجهاز ضع أمامه خادماً وسيطاً يستعمل TLS.
problem-address-busy = العنوان { $address } مشغول.
problem-address-busy-next = أغلق ما يستعمله، أو سمِّ منفذاً آخر.
problem-clock-behind = ساعة هذا الجهاز متأخرة عن آخر قيد مختوم بأكثر من يوم.
problem-clock-behind-next = اضبط الساعة قبل أن تُدخل شيئاً. ترتيب القيود سليم: لا يقوم على الساعة.
problem-clock-ahead = ساعة هذا الجهاز متقدمة على آخر قيد مختوم بأكثر من خمس سنوات.
problem-clock-ahead-next = إن لم تمضِ هذه السنوات حقاً فاضبط الساعة قبل أن تُدخل شيئاً.
problem-source-unreadable = تعذّرت قراءة { $file }: النظام لم يُعطِ بايتاته.
problem-source-unreadable-next = جرّب نسخه إلى مكان آخر أولاً، ثم أدخله من هناك.
problem-upload-cut-off = انقطع الرفع قبل أن يصل هذا الملف كاملاً، فلم يُحفظ منه شيء.
problem-upload-cut-off-next = ارفعه من جديد.
problem-word-absent = ليس في قراءة الصفحة { $page } هذه الكلمة.
problem-word-absent-next = افتح الصفحة من جديد، فقد تكون قُرئت مرة أخرى في هذه الأثناء.
problem-word-too-long = هذا أطول من أن يكون كلمة واحدة.
problem-word-too-long-next = اكتب ما تراه داخل الإطار وحده.
