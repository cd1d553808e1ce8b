### البطاقات وما يقال فيها: أقوال بمصادرها، وردود، وتصويبات.
nav-records = البطاقات
help-key-records = البطاقات

## أنواع البطاقات.
records-lead = لكل إنسان أو مكان أو حادثة بطاقة، وفيها كل ما قيل عنه، ولكل قول مصدره. لا يُمحى قول، والمتعارض يُعرض جنباً إلى جنب.
records-empty = لا بطاقات بعد. اختر نوعاً وابدأ ببطاقة، أو أدخل جدولاً كاملاً.
records-n =
    { $n ->
         [zero] لا بطاقات
         [one] بطاقة واحدة
         [two] بطاقتان
         [few] { $n } بطاقات
         [many] { $n } بطاقة
        *[other] { $n } بطاقة
    }
records-new = بطاقة جديدة
records-none = لا بطاقة من هذا النوع بعد.
records-find = ابحث بين هذه البطاقات
area-describe = من وماذا
area-preserve = الأدلة
area-link = الصلات
area-attribute = إسناد المسؤولية
area-act = المتابعة
area-share = المشاركة والموافقة
area-analyse = الأرقام

## بطاقة واحدة.
record-unnamed = بلا اسم
record-n-claims =
    { $n ->
         [zero] لا أقوال
         [one] قول واحد
         [two] قولان
         [few] { $n } أقوال
         [many] { $n } قولاً
        *[other] { $n } قول
    }
record-n-sources =
    { $n ->
         [zero] لا مصادر
         [one] مصدر واحد
         [two] مصدران
         [few] { $n } مصادر
         [many] { $n } مصدراً
        *[other] { $n } مصدر
    }
record-n-differ =
    { $n ->
         [zero] لا تعارض
         [one] تعارض واحد
         [two] تعارضان
         [few] { $n } تعارضات
         [many] { $n } تعارضاً
        *[other] { $n } تعارض
    }
record-say = أضف قولاً
record-say-more = قول آخر
record-empty = لم يُقَل عنه شيء بعد.
record-parts = أقسام البطاقة
record-claims = الأقوال
record-history = التاريخ
record-sheet = ما يجوز أن يخرج
record-all = كل الأقوال
record-all-claims =
    { $n ->
         [zero] لا أقوال
         [one] القول الوحيد
         [two] القولان كلاهما
         [few] الأقوال كلها، وهي { $n }
         [many] الأقوال كلها، وهي { $n }
        *[other] الأقوال كلها، وهي { $n }
    }
record-differ = هذه الأقوال لا تجتمع. كل منها باقٍ بمصدره، ولا يحكم البرنامج بينها. يظهر في القوائم ما قبله مراجع، ثم ما قالته مصادر أكثر، ثم الأعلى درجة، ثم الأسبق تدويناً.
record-gone =
    { $n ->
         [zero] لا أقوال سابقة
         [one] قول سابق سُحب أو صُوّب
         [two] قولان سابقان سُحبا أو صُوّبا
         [few] { $n } أقوال سابقة سُحبت أو صُوّبت
         [many] { $n } قولاً سابقاً سُحب أو صُوّب
        *[other] { $n } قول سابق سُحب أو صُوّب
    }
record-isnad = إسناد القول
record-isnad-teach = اختر قولاً لترى إسناده: من قاله، وأين، وعبر أي الأيدي وصل، وأين خُتم.
record-to-claim = صفحة هذا القول
record-when = كما كانت في يوم
record-as-of = كما كانت في نهاية
record-as-of-field = اليوم
record-as-of-go = أظهرها
record-now = كما هي الآن
meeting-single = قول واحد
meeting-agree = متفقة
meeting-several = عدة قيم
meeting-differ = متعارضة

## قول واحد.
said-claim = قول
said-by = يقوله
said-own = دوّنه
said-on = قيل في
said-valid = يصحّ بين
said-denies = ينفي
said-quoted = بنصّه
said-isnad = إسناده
said-reply = ردّ
said-page =
    { $n ->
        *[other] الصفحة { $n }
    }
said-line =
    { $n ->
        *[other] السطر { $n }
    }
said-row =
    { $n ->
        *[other] الصف { $n }
    }
said-column =
    { $n ->
        *[other] العمود { $n }
    }
said-not-understood = بقي كما كُتب ولم يُفهم
said-remarks =
    { $n ->
         [zero] لا تعليق
         [one] تعليق واحد
         [two] تعليقان
         [few] { $n } تعليقات
         [many] { $n } تعليقاً
        *[other] { $n } تعليق
    }
said-dataset = الكشف
said-in-claim = ورد في القول
said-written = دوّنه
status-accepted = مقبول
status-work-needed = يحتاج إلى عمل
status-issue = فيه إشكال
status-conflict = يتعارض مع غيره
status-withdrawn = مسحوب
answered-supersedes = قيل بعده غيره
answered-corrects = صُوّب
answered-withdraws = سُحب
answered-replies-to = له جواب
relation-supersedes = يحل محل قول سابق
relation-corrects = يصوّب قولاً سابقاً
relation-withdraws = يسحب قولاً سابقاً
relation-replies-to = يجيب عن قول
claim-reply = سجّل ردّاً عليه
claim-correct = صوّب ما دُوّن
claim-withdraw = سجّل سحبه
claim-remarks = ما قيل عن هذا القول
claim-no-remarks = لم يعلّق أحد بعد.
claim-status = الحال
claim-comment = تعليق
claim-remark-go = دوّن
part-given = الاسم
part-father = الأب
part-grandfather = الجد
part-family = العائلة
part-mother = الأم
part-kunya = الكنية
part-nasab = النسب
part-laqab = اللقب

## النماذج.
say-title = أضف قولاً
form-lead = اكتب ما يقوله مصدر واحد، كما يقوله. ما لا يقوله المصدر يبقى فارغاً. وإن قال مصدر آخر غير ذلك فأضف قوله بعد هذا، ويبقى القولان.
form-when = يُسأل عنه فقط إذا كان: { $text }.
form-wanted = مطلوب إن عُرف
form-lines = كل قيمة في سطر.
form-none = لم يُقل
form-yes = نعم
form-no = لا
form-source = المصدر
form-source-hint = أين قيل، ومن قاله. قول بلا مصدر لا ينفع أحداً.
form-item = المادة
form-item-hint = رقمها، مثل I-0123456789ABCDEF. إن تُركت فارغة نُسب القول إلى مدوّنه.
form-page = الصفحة
form-line = السطر
form-quote = العبارة كما وردت
form-quote-hint = بحروفها، ليجدها من يأتي بعدك.
form-speaker = القائل
form-speaker-hint = رقم بطاقته، أو اسمه إن لم تكن له بطاقة.
form-said-on = متى قيل
form-quoted = هذه كلمات القائل بنصها
form-denies = المصدر ينفي ذلك
form-denies-hint = اكتب ما نفاه، وأشر هنا.
form-more = الزمن الذي يصح فيه، والدرجة
form-first = منذ
form-last = حتى
form-grade-source = وثوق المصدر
form-grade-information = صدقية الخبر
grade-A = موثوق تماماً
grade-B = موثوق عادة
grade-C = موثوق إلى حد
grade-D = غير موثوق عادة
grade-E = غير موثوق
grade-F = لا يمكن الحكم عليه
grade-1 = أكّدته مصادر أخرى
grade-2 = صادق على الأرجح
grade-3 = قد يكون صادقاً
grade-4 = مشكوك فيه
grade-5 = غير مرجّح
grade-6 = لا يمكن الحكم عليه
form-note = ملاحظة المدوّن
form-label = من يجوز له أن يراه
form-doubtful = انظر في هذا قبل أن يُختم
form-sure = نظرت فيه. دوّنه كما كُتب.
form-go = دوّن واختم
form-leave = اتركه
form-supersedes = يحل محل القول:
form-corrects = يصوّب ما دُوّن في القول:
form-withdraws = يسجّل سحب القول:
form-replies-to = يجيب عن القول:

## التاريخ.
history-lead = كل ما دُوّن في هذه البطاقة، الأحدث أولاً. وبين يومين: ما أُضيف بعد نهاية الأول وحتى نهاية الثاني.
history-from = بعد
history-to = حتى
history-go = أظهر الفرق
history-remark = تعليق
history-n =
    { $n ->
         [zero] لم يُدوّن شيء
         [one] تدوين واحد
         [two] تدوينان
         [few] { $n } تدوينات
         [many] { $n } تدويناً
        *[other] { $n } تدوين
    }

## ما يجوز أن يخرج.
sheet-back = البطاقة
sheet-lead = هنا ما وُسم بأنه علني، ولم يُسحب، مع مصدره.
sheet-withheld =
    { $n ->
         [zero] لم يُحجب شيء.
         [one] حُجب قول واحد، لأنه ليس علنياً أو لأنه سُحب.
         [two] حُجب قولان، لأنهما ليسا علنيين أو لأنهما سُحبا.
         [few] حُجبت { $n } أقوال، لأنها ليست علنية أو لأنها سُحبت.
         [many] حُجب { $n } قولاً، لأنها ليست علنية أو لأنها سُحبت.
        *[other] حُجب { $n } قول، لأنها ليست علنية أو لأنها سُحبت.
    }
sheet-source-withheld = المصدر محفوظ ولا يُنشر
sheet-empty = لا شيء مما قيل هنا يجوز أن يخرج.

## في صفحة المادة.
item-said = ما قيل فيها
item-said-none = لم يُدوَّن شيء مما تقوله هذه المادة بعد.
item-said-kind = نوع البطاقة
item-said-new = ابدأ بطاقة مما قيل فيها
shown-first =
    { $n ->
       *[other] يُعرض أول { $n } منها.
    }
