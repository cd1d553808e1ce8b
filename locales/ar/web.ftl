### What stands on every page, sign-in, home, people, settings, keys, and pages that could not be made.
skip = إلى المحتوى
nav-main = الأقسام
nav-home = الرئيسية
nav-intake = إدخال
nav-accessions = الوارد
nav-search = بحث
nav-verify = التحقق
nav-people = الناس
nav-settings = الإعدادات
nav-help = المفاتيح
nav-sign-out = خروج
nav-languages = اللغة
foot-leave = خروج سريع
idle-soon = لم نرَ منك حركة منذ حين، وسيُقفل الأرشيف بعد دقيقة.
idle-stay = ابقَ
pager = صفحات القائمة
pager-previous = السابقة
pager-next = التالية
go-to-field = إلى الحقل المعني
knot-is-sound = سليم
knot-is-broken = غير سليم
sealed-entry = القيد المختوم

## Sign-in.
sign-in-title = الدخول
sign-in-lead = الأرشيف مقفل. تفتحه عبارة المرور، ولا تغادر هذا الجهاز.
sign-in-name = الاسم
sign-in-passphrase = عبارة المرور
sign-in-hint = قد يستغرق الفتح ثواني قليلة: البطء مقصود، فهو يُتعب من يخمّن.
sign-in-go = افتح
sign-in-wrong = لم يُفتح الأرشيف بهذا الاسم وهذه العبارة.
sign-in-wrong-next = تأكد من لغة لوحة المفاتيح ومن المسافات، ثم أعد المحاولة. إن ضاعت العبارة فاسأل أمين الأرشيف.
sign-in-draft = انتهت جلستك وأنت تكتب. ما كتبته محفوظ في هذه الصفحة، مشفّراً، ويعود إليك حين تدخل. أما الملفات فاخترها من جديد.
sign-in-too-many = محاولات كثيرة متتابعة.
sign-in-too-many-next = انتظر نصف دقيقة ثم أعد المحاولة. لم يضع شيء.

## Home.
home-title = الرئيسية
home-take-in = أدخل ملفات
home-received = وردت = { $kept } حُفظت + { $refused } رُفضت
home-entries =
    { $n ->
         [zero] لا قيود مختومة
         [one] قيد مختوم
         [two] قيدان مختومان
         [few] قيود مختومة
         [many] قيداً مختوماً
        *[other] قيد مختوم
    }
home-objects =
    { $n ->
         [zero] لا محتوى في الخزنة
         [one] محتوى واحد مشفّر في الخزنة
         [two] محتويان مختلفان، مشفّران في الخزنة
         [few] محتويات مختلفة، مشفّرة في الخزنة
         [many] محتوى مختلفاً، مشفّراً في الخزنة
        *[other] محتوى مختلف، مشفّر في الخزنة
    }
home-size = حجم المحفوظ كما ورد
home-waiting = ينتظرك
home-unfinished-chip = لم يكتمل
home-unfinished =
    { $n ->
         [zero] لا إدخال ناقصاً.
         [one] إدخال واحد انقطع قبل تمامه.
         [two] إدخالان انقطعا قبل التمام.
         [few] { $n } إدخالات انقطعت قبل التمام.
         [many] { $n } إدخالاً انقطعت قبل التمام.
        *[other] { $n } إدخال انقطعت قبل التمام.
    }
home-unfinished-go = انظر أيها
home-unread-chip = لم يُقرأ كله
home-unread =
    { $n ->
         [zero] كل المحفوظ مقروء.
         [one] ملف واحد محفوظ كاملاً، ولم نستطع قراءة نصه كله.
         [two] ملفان محفوظان كاملين، ولم نستطع قراءة نصهما كله.
         [few] { $n } ملفات حُفظت كاملة، ولم نستطع قراءة نصها كله.
         [many] { $n } ملفاً حُفظت كاملة، ولم نستطع قراءة نصها كله.
        *[other] { $n } ملف حُفظت كاملة، ولم نستطع قراءة نصها كله.
    }
home-unread-go = انظر التقارير
home-unverified = لم يُتحقق من هذا الأرشيف كاملاً بعد.
home-verify-go = تحقق
home-recent = آخر ما ورد
home-all = الكل
home-things =
    { $n ->
         [zero] لم يرد شيء
         [one] ورد ملف واحد
         [two] ورد ملفان
         [few] وردت { $n } ملفات
         [many] ورد { $n } ملفاً
        *[other] ورد { $n } ملف
    }
home-empty-title = الأرشيف فارغ، وهذا أول الطريق
home-empty-lead = كل ما تُدخله يبقى كما ورد، بايتاً بايتاً، ومعه خبر من جاء به. لا يُمحى شيء ولا يُبدَّل خفية.
home-empty-1 = أدخل ملفات
home-empty-1-how = ملفاً واحداً أو مجلداً مضغوطاً، بأي صيغة.
home-empty-2 = قل ممّن وكيف وصلت
home-empty-2-how = مرة واحدة لكل دفعة. ما لا تعرفه اتركه فارغاً.
home-empty-3 = اقرأ الحساب
home-empty-3-how = ما ورد يساوي ما حُفظ وما رُفض، مع سبب كل رفض.
home-empty-4 = ابحث وتحقق
home-empty-4-how = اكتب الاسم كما تشاء، واتبع أي نتيجة حتى ختمها.
integrity-title = سلامة الأرشيف
integrity-last = القيود المختومة
integrity-root = جذر الشجرة
integrity-root-hint = دوّن هذا السطر عند جهة تثق بها: إن تبدّل شيء قبله انكشف. وهذا معرّف الأرشيف:
integrity-sound = سليم عند آخر تحقق
integrity-altered = وُجد تغيير عند آخر تحقق
integrity-unchecked = لم يُتحقق منه بعد
care-title = اعتنِ بنفسك
care-text = صور الأذى محجوبة حتى تطلبها بنفسك. خذ استراحة متى شئت؛ العمل لا يضيع.
care-pictures = لا تعرض عليّ صوراً

## People.
people-title = الناس
people-lead = لكل واحد عبارة مرور خاصة به، فيُعرف من فعل ماذا.
people-role = الدور
people-id = المعرّف
people-add = أضف شخصاً
people-name-hint = اسم أو كنية؛ يُكتب في كل ما يفعله.
people-passphrase-hint = خمس كلمات عشوائية أو أكثر. اكتباها معاً، ولا تُرسل في رسالة.
people-again = عبارة المرور ثانية
people-go = أضف
people-no-name = الاسم فارغ.
people-no-name-next = اكتب اسماً أو كنية.
people-not-same = العبارتان غير متطابقتين.
people-not-same-next = اكتبهما ثانية؛ لم يُضف أحد بعد.

## Settings.
settings-title = الإعدادات
settings-lead = تبقى هذه الاختيارات في هذا المتصفح وحده.
settings-saved = حُفظت اختياراتك.
settings-language = لغة الصفحات
settings-digits = الأرقام
settings-digits-hint = للصفحات العربية. المعرّفات والبصمات تبقى كما هي.
settings-pictures = الصور
settings-pictures-asked = محجوبة حتى أطلبها
settings-pictures-asked-hint = الصور المقيّدة والمغلقة لا تُرسل إلى الشاشة قبل أن تطلب كل واحدة.
settings-pictures-none = لا تعرض عليّ أي صورة
settings-pictures-none-hint = تبقى النصوص، ولا تُرسل أي صورة.
settings-keys-hint = حروف مفردة تنقلك بين الصفحات وأسطر القوائم.
settings-keys-plain = بالحرف وحده
settings-keys-alt = بالحرف مع مفتاح Alt
settings-keys-off = بلا مفاتيح
settings-go = احفظ

## Keys.
help-title = مفاتيح لوحة الكتابة
help-lead = كل ما تفعله المفاتيح تفعله الروابط والأزرار أيضاً.
help-key = المفتاح
help-does = ما يفعله
help-move = تنقّل
help-key-search = إلى حقل البحث
help-key-help = هذه الصفحة
help-key-home = الرئيسية
help-key-intake = إدخال ملفات
help-key-accessions = الوارد
help-key-find = صفحة البحث
help-key-verify = التحقق
help-key-down = السطر التالي من القائمة
help-key-up = السطر السابق من القائمة
help-key-open = افتح
help-key-leave = خروج سريع: يُقفل الأرشيف وتظهر صفحة تقويم
help-keys-plain = تعمل المفاتيح الآن بالحرف وحده.
help-keys-alt = تعمل المفاتيح الآن مع مفتاح Alt.
help-keys-off = المفاتيح الآن موقوفة، إلا الخروج السريع.
help-keys-change = غيّر ذلك في الإعدادات

## Pages that could not be made.
fault-absent = لا شيء هنا تحت هذا العنوان
fault-absent-next = إما أن العنوان غير صحيح، أو أن ما فيه ليس متاحاً لك. ابحث عنه، أو اسأل أمين الأرشيف.
fault-forged = لم نقبل هذا الطلب
fault-forged-next = لم يأتِ من صفحة مفتوحة عندنا الآن، أو انتهت جلستها. لم يتغير شيء. ارجع وافتح الصفحة من جديد ثم أعد المحاولة.
fault-broken = تعذّر إكمال هذا الطلب
fault-broken-next = الخطأ منا لا منك، وما خُتم قبله باقٍ كما هو. أعد المحاولة؛ فإن تكرر فتحقق من سلامة الأرشيف.
fault-home = ارجع إلى البداية
