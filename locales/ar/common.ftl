### Words that every area uses: the name, numbers and dates, kinds, labels, roles.
brand = إسناد
unknown-problem = وقع ما لا نملك له كلمات بعد: { $code }.
unknown-problem-next = دوّن هذا الرمز وما كنت تفعله، وأبلغ به من يعتني بهذا الأرشيف.

## Dates and times. Months in Arabic stand in the paired form: Levant and Egypt.
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-time = { $day }، { $clock } ({ $offset })
date-out-of-range = زمن خارج كل تقويم ({ $millis } ms)
month-1 = كانون الثاني/يناير
month-2 = شباط/فبراير
month-3 = آذار/مارس
month-4 = نيسان/أبريل
month-5 = أيار/مايو
month-6 = حزيران/يونيو
month-7 = تموز/يوليو
month-8 = آب/أغسطس
month-9 = أيلول/سبتمبر
month-10 = تشرين الأول/أكتوبر
month-11 = تشرين الثاني/نوفمبر
month-12 = كانون الأول/ديسمبر
weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد

## Lengths of time and sizes.
duration-seconds =
    { $n ->
         [zero] أقل من ثانية
         [one] ثانية واحدة
         [two] ثانيتان
         [few] { $n } ثوانٍ
         [many] { $n } ثانية
        *[other] { $n } ثانية
    }
duration-minutes =
    { $n ->
         [zero] أقل من دقيقة
         [one] دقيقة واحدة
         [two] دقيقتان
         [few] { $n } دقائق
         [many] { $n } دقيقة
        *[other] { $n } دقيقة
    }
duration-hours =
    { $n ->
         [zero] أقل من ساعة
         [one] ساعة واحدة
         [two] ساعتان
         [few] { $n } ساعات
         [many] { $n } ساعة
        *[other] { $n } ساعة
    }
duration-days =
    { $n ->
         [zero] أقل من يوم
         [one] يوم واحد
         [two] يومان
         [few] { $n } أيام
         [many] { $n } يوماً
        *[other] { $n } يوم
    }
size-bytes =
    { $n ->
         [zero] { $n } بايت
         [one] بايت واحد
         [two] بايتان
         [few] { $n } بايتات
         [many] { $n } بايتاً
        *[other] { $n } بايت
    }
size-kilobytes = { $size } كيلوبايت
size-megabytes = { $size } ميغابايت
size-gigabytes = { $size } غيغابايت
size-terabytes = { $size } تيرابايت

## Kinds of things, by their content.
kind-text = نص
kind-document = وثيقة
kind-table = جدول
kind-mail = رسالة
kind-image = صورة
kind-audio = تسجيل صوتي
kind-video = تسجيل مصوّر
kind-container = حاوية ملفات
kind-other = غير ذلك
kind-record = بطاقة

## Who may see a thing.
sensitivity-public = علني
sensitivity-public-hint = يجوز أن يراه أي إنسان.
sensitivity-internal = داخلي
sensitivity-internal-hint = يراه أعضاء المنظمة كلهم.
sensitivity-restricted = مقيّد
sensitivity-restricted-hint = يراه من يعمل عليه فقط. هذا هو الأصل في كل ما يرد.
sensitivity-sealed = مغلق
sensitivity-sealed-hint = يراه أمناء الأرشيف وحدهم.

## Who somebody is in this archive.
role-keeper = أمين الأرشيف
role-keeper-hint = يرى كل شيء، ويضيف الناس، ويغلق ويستعيد.
role-member = عضو
role-member-hint = يُدخل المواد ويعمل عليها، إلا المغلق منها.
role-reader = قارئ
role-reader-hint = يقرأ ما هو داخلي أو علني.

## Provenance: asked once for each accession.
provenance-from-whom = ممّن
provenance-when = متى
provenance-where = أين
provenance-how = كيف
provenance-authority = بتفويض مَن
provenance-notes = الحيازة قبل الوصول، وملاحظات
provenance-sensitivity = من يراه
provenance-not-said = لم يُذكر

## The completeness count: received = kept + refused.
count-received = وردت
count-kept = حُفظت
count-refused = رُفضت
count-equals = تساوي
count-plus = زائد
count-duplicates =
    { $n ->
         [zero] لا مكرّر بينها.
         [one] واحد من المحفوظ كانت بايتاته عندنا من قبل؛ بقي له مصدره.
         [two] اثنان من المحفوظ كانت بايتاتهما عندنا من قبل؛ بقي لكل منهما مصدره.
         [few] { $n } من المحفوظ كانت بايتاتها عندنا من قبل؛ بقي لكل منها مصدره.
         [many] { $n } من المحفوظ كانت بايتاتها عندنا من قبل؛ بقي لكل منها مصدره.
        *[other] { $n } من المحفوظ كانت بايتاتها عندنا من قبل؛ بقي لكل منها مصدره.
    }

## Chips about the state of the seal.
seal-sound = مختوم وسليم
seal-altered = وُجد تغيير
seal-unchecked = لم يُتحقق بعد
