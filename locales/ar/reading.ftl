### The document: picture and text word by word, correcting, comparing, typing a page, and the numbers that wait.
list-comma = { "، " }
read-method-text = نص الملف نفسه
read-method-ocr = قراءة آلية للصورة
read-method-person = كتبها { $text }
read-method-members = أُخرج ما في داخله
read-picture = صورة الصفحة { $n }
read-pages = صفحات الوثيقة
read-page = صفحة
read-of-pages = من { $n }
read-go-page = انتقل
read-inside = ابحث داخل هذه المادة
read-hits = مواضع البحث
read-hits-here = الموضع { $hit } من { $of } في هذه الصفحة
read-hits-none-here = ليس في هذه الصفحة شيء منه
read-hits-pages =
    { $n ->
         [zero] لا صفحة فيها ذلك
         [one] صفحة واحدة فيها ذلك
         [two] صفحتان فيهما ذلك
         [few] { $n } صفحات فيها ذلك
         [many] { $n } صفحة فيها ذلك
        *[other] { $n } صفحة فيها ذلك
    }
read-hit-previous = الموضع السابق
read-hit-next = الموضع التالي
read-zoom = حجم الصورة
read-zoom-fit = ملء العرض
read-zoom-percent = { $n }٪
read-turn = أدر الصورة
read-text-alone = النص وحده
read-both = الصورة والنص
read-readings = قراءات هذه الصفحة:
read-no-readings = لا قراءة بعد
read-searched = هي التي تُبحث
read-doubtful = لا يوثق بها
read-why-person = يُبحث في ما كتبه إنسان من الصورة، فهو يُقدَّم على نص الملف وعلى القراءة الآلية.
read-why-text = يُبحث في نص الملف نفسه، فهو يُقدَّم على القراءة الآلية ما دام موثوقاً به.
read-why-ocr = يُبحث في القراءة الآلية، لأن الملف لا نص فيه لهذه الصفحة أو فيه نص لا يوثق به.
read-why-doubtful = يُبحث في نص الملف وهو غير موثوق به، لأنه لا قراءة غيره بعد.
read-compare = قارن قراءتين
read-transcribe = اكتب هذه الصفحة
read-waits = لم يُقرأ نص هذه الصفحة من صورتها بعد، فلا يجده البحث.
read-skip-words = تجاوز كلمات الصفحة
read-sample = هكذا
read-word-unverified = لم يتحقق منه أحد
read-word-confirmed = تحقق منه إنسان
read-word-corrected = صوّبه إنسان
read-word-unreadable = لا يُقرأ
read-tally-unverified =
    { $n ->
         [zero] لا أرقام تنتظر.
         [one] رقم واحد قرأته آلة ولم يتحقق منه أحد.
         [two] رقمان قرأتهما آلة ولم يتحقق منهما أحد.
         [few] { $n } أرقام قرأتها آلة ولم يتحقق منها أحد.
         [many] { $n } رقماً قرأتها آلة ولم يتحقق منها أحد.
        *[other] { $n } رقم قرأتها آلة ولم يتحقق منها أحد.
    }
read-tally-confirmed =
    { $n ->
         [zero] لا شيء مما تحقق منه إنسان.
         [one] كلمة واحدة قوبلت بالصورة فوافقتها.
         [two] كلمتان قوبلتا بالصورة فوافقتاها.
         [few] { $n } كلمات قوبلت بالصورة فوافقتها.
         [many] { $n } كلمة قوبلت بالصورة فوافقتها.
        *[other] { $n } كلمة قوبلت بالصورة فوافقتها.
    }
read-tally-corrected =
    { $n ->
         [zero] لا تصويب.
         [one] كلمة واحدة صُوّبت؛ القراءة الأولى مشطوبة إلى جانبها.
         [two] كلمتان صُوّبتا؛ القراءة الأولى مشطوبة إلى جانب كل منهما.
         [few] { $n } كلمات صُوّبت؛ القراءة الأولى مشطوبة إلى جانب كل منها.
         [many] { $n } كلمة صُوّبت؛ القراءة الأولى مشطوبة إلى جانب كل منها.
        *[other] { $n } كلمة صُوّبت؛ القراءة الأولى مشطوبة إلى جانب كل منها.
    }
read-tally-unreadable =
    { $n ->
         [zero] لا شيء مما لا يُقرأ.
         [one] كلمة واحدة نظر فيها إنسان فلم تُقرأ.
         [two] كلمتان نظر فيهما إنسان فلم تُقرآ.
         [few] { $n } كلمات نظر فيها إنسان فلم تُقرأ.
         [many] { $n } كلمة نظر فيها إنسان فلم تُقرأ.
        *[other] { $n } كلمة نظر فيها إنسان فلم تُقرأ.
    }
read-check-numbers = تحقق منها
read-said = ما قيل في كلمات هذه الصفحة

## One word on the bench.
word-title = كلمة من الصفحة
word-picture-alt = الكلمة كما هي في الصورة
word-veiled = هذه الكلمة تملأ جزءاً كبيراً من صورة محجوبة.
word-sure = تقدير الآلة ليقينها: { $n } من ١٠٠
word-nobody-can-read = لا تُقرأ
word-kept = حُفظ
word-close = أغلق
word-field = ما تراه في الصورة
word-keep = احفظ ما كتبت
word-as-read = هي كما قُرئت
word-unreadable = لا تُقرأ
word-again = قيل فيها من قبل، فإن صح فأعده:
word-hint = لا يُمحى شيء: القراءة الأولى وكل ما قيل بعدها باقٍ في السجل، والأخير هو الذي يُبحث.

## Two readings compared.
compare-title = مقارنة قراءتين
compare-one = لهذه الصفحة قراءة واحدة أو لا قراءة، فلا شيء يُقارن. اكتب الصفحة أو اطلب قراءتها من صورتها، ثم ارجع.
compare-a = القراءة الأولى
compare-b = القراءة الثانية
compare-go = قارن
compare-too-long = القراءتان أطول من أن تُقارنا كلمة كلمة. افتح كلاً منهما وحدها.
compare-differences =
    { $n ->
         [zero] لا اختلاف.
         [one] موضع اختلاف واحد.
         [two] موضعا اختلاف.
         [few] { $n } مواضع اختلاف.
         [many] { $n } موضع اختلاف.
        *[other] { $n } موضع اختلاف.
    }
compare-same =
    { $n ->
         [zero] لا كلمة فيهما معاً.
         [one] كلمة واحدة فيهما معاً.
         [two] كلمتان فيهما معاً.
         [few] { $n } كلمات فيهما معاً.
         [many] { $n } كلمة فيهما معاً.
        *[other] { $n } كلمة فيهما معاً.
    }
compare-spelt =
    { $n ->
         [zero] لا شيء منها كُتب بصورتين.
         [one] واحدة منها كُتبت بصورتين.
         [two] اثنتان منها كُتبتا بصورتين.
         [few] { $n } منها كُتبت بصورتين.
         [many] { $n } منها كُتبت بصورتين.
        *[other] { $n } منها كُتبت بصورتين.
    }
compare-only = في هذه وحدها
compare-is-spelt = الكلمة نفسها بكتابة أخرى
compare-gap = هنا شيء ناقص
compare-list = الاختلافات واحداً واحداً
compare-what = ما هو
compare-number = رقم

## A page typed by a person.
transcribe-title = كتابة صفحة
transcribe-lead = ما تكتبه يصير قراءة باسمك إلى جانب القراءات الأخرى، وهو الذي يُبحث. لا تُمحى قراءة.
transcribe-begin = ابدأ من:
transcribe-field = نص الصفحة، سطراً سطراً كما هو
transcribe-hint = احفظ كلما أنجزت جزءاً: إن بقيت ربع ساعة دون حفظ أُقفلت الجلسة. كل حفظ قراءة جديدة تُقدَّم على ما قبلها.
transcribe-go = احفظ الصفحة
transcribe-blank = لا شيء يُقرأ في هذه الصفحة
transcribe-leave = ارجع دون حفظ
transcribe-empty = لم تكتب شيئاً.
transcribe-empty-next = اكتب ما في الصفحة، أو قل إنه لا شيء يُقرأ فيها بالزر الذي تحت الحقل.

## Inside one item.
find-name = في اسم الملف أو فيما يقوله عن نفسه
find-marks =
    { $n ->
         [zero] لا موضع
         [one] موضع واحد
         [two] موضعان
         [few] { $n } مواضع
         [many] { $n } موضعاً
        *[other] { $n } موضع
    }

## What persons said of the words of an item.
corrections-title = ما قيل في كلماتها
corrections-read = كما قُرئت
corrections-said = كما رآها إنسان
corrections-where = أين
corrections-who = من ومتى
corrections-confirmed = موافقة
corrections-count =
    { $n ->
         [zero] لم يُقل فيها شيء بعد.
         [one] قول واحد.
         [two] قولان.
         [few] { $n } أقوال.
         [many] { $n } قولاً.
        *[other] { $n } قول.
    }
corrections-hint = الأحدث أولاً؛ آخر ما قيل في الكلمة هو المعمول به.

## The numbers that wait.
nav-numbers = الأرقام
numbers-title = أرقام تنتظر التحقق
numbers-waiting =
    { $n ->
         [zero] لا رقم ينتظر
         [one] رقم واحد ينتظر
         [two] رقمان ينتظران
         [few] { $n } أرقام تنتظر
         [many] { $n } رقماً تنتظر
        *[other] { $n } رقم تنتظر
    }
numbers-done =
    { $n ->
         [zero] لم تنجز شيئاً بعد
         [one] أنجزت رقماً واحداً
         [two] أنجزت رقمين
         [few] أنجزت { $n } أرقام
         [many] أنجزت { $n } رقماً
        *[other] أنجزت { $n } رقم
    }
numbers-passed =
    { $n ->
         [zero] لم تتجاوز شيئاً
         [one] تجاوزت رقماً واحداً
         [two] تجاوزت رقمين
         [few] تجاوزت { $n } أرقام
         [many] تجاوزت { $n } رقماً
        *[other] تجاوزت { $n } رقم
    }
numbers-progress = ما أنجزته في هذه الجلسة
numbers-within = من هذه المادة وحدها:
numbers-everywhere = من الأرشيف كله
numbers-last = حفظتَ:
numbers-undo = أعد النظر فيه
numbers-frame = هنا الرقم
numbers-field = ما تراه في الصورة
numbers-field-blind = اكتب ما تراه؛ قراءة الآلة محجوبة عنك
numbers-keep = كما كُتب
numbers-pass = تجاوزه الآن
numbers-hint = اكتب بأي أرقام شئت: إن كان الرقم هو نفسه بقيت كتابة القراءة، وإن كان غيره كُتب بأرقامها. تعمل المفاتيح ما لم تغيّر الحقل.
numbers-said = قيل في هذا الرقم قول من قبل. ما تحفظه الآن يُقدَّم عليه، ولا يُمحى الأول.
numbers-differs = قراءتان مختلفتان
numbers-differs-typed = كتبتَ
numbers-differs-read = وقرأت الآلة
numbers-differs-next = انظر إلى الصورة مرة أخرى. لم يُحفظ شيء بعد.
numbers-blind = القارئ الثاني: احجب قراءة الآلة
numbers-seeing = أظهر قراءة الآلة
numbers-end = بلغت آخر القائمة
numbers-end-next = ما تجاوزته ما زال ينتظر.
numbers-again = ابدأ من أولها
numbers-none = لا رقم ينتظر
numbers-teach-1 = تقرأ آلة صورة صفحة
numbers-teach-1-how = كل رقم فيها يظهر هنا، لأن رقماً واحداً خطأ قد يكون إنساناً آخر.
numbers-teach-2 = ينظر إنسان إلى صورة الرقم
numbers-teach-2-how = فيوافق، أو يصوّب، أو يقول إنه لا يُقرأ. بالمفاتيح وحدها إن شاء.
numbers-teach-3 = يُختم قوله باسمه
numbers-teach-3-how = والقراءة الأولى باقية إلى جانبه.
home-numbers-chip = أرقام
home-numbers =
    { $n ->
         [zero] لا أرقام تنتظر إنساناً.
         [one] رقم واحد قرأته آلة، وينتظر إنساناً.
         [two] رقمان قرأتهما آلة، وينتظران إنساناً.
         [few] { $n } أرقام قرأتها آلة، وتنتظر إنساناً.
         [many] { $n } رقماً قرأتها آلة، وتنتظر إنساناً.
        *[other] { $n } رقم قرأتها آلة، وتنتظر إنساناً.
    }
home-numbers-go = تحقق منها
item-numbers =
    { $n ->
         [zero] لا أرقام فيها تنتظر.
         [one] رقم واحد فيها ينتظر إنساناً.
         [two] رقمان فيها ينتظران إنساناً.
         [few] { $n } أرقام فيها تنتظر إنساناً.
         [many] { $n } رقماً فيها تنتظر إنساناً.
        *[other] { $n } رقم فيها تنتظر إنساناً.
    }
item-more-problems =
    { $n ->
         [zero] لا شيء غير ذلك
         [one] وملاحظة أخرى
         [two] وملاحظتان أخريان
         [few] و{ $n } ملاحظات أخرى
         [many] و{ $n } ملاحظة أخرى
        *[other] و{ $n } ملاحظة أخرى
    }
item-n-entries =
    { $n ->
         [zero] لا قيود
         [one] قيد واحد
         [two] قيداها
         [few] قيودها الـ{ $n }
         [many] قيودها الـ{ $n }
        *[other] قيودها الـ{ $n }
    }

## Their keys.
help-key-numbers = الأرقام التي تنتظر
help-key-next-hit = الموضع التالي من البحث في الوثيقة
help-key-previous-hit = الموضع السابق
help-key-next-page = الصفحة التالية من الوثيقة
help-key-previous-page = الصفحة السابقة
help-key-larger = صورة أكبر
help-key-smaller = صورة أصغر
help-key-turn = أدر الصورة ربع دورة
help-key-edit = صوّب الكلمة التي أنت عندها
help-key-unreadable = في الأرقام: لا يُقرأ
help-key-pass = في الأرقام: تجاوزه الآن
help-key-undo = في الأرقام: أعد النظر في آخر ما حفظت
help-key-close = أغلق الكلمة
