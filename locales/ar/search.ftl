### Search: the field, facets, hits, and what to try when there are none.
search-title = بحث
search-field = كلمات البحث
search-placeholder = ابحث عن اسم أو رقم أو عبارة، بأي كتابة
search-go = ابحث
search-any = تكفي أي كلمة منها
search-hits =
    { $n ->
         [zero] لا نتائج
         [one] نتيجة واحدة
         [two] نتيجتان
         [few] { $n } نتائج
         [many] { $n } نتيجة
        *[other] { $n } نتيجة
    }
search-exact = بالضبط، مما يجوز لك أن تراه
search-narrow = ضيّق البحث
search-facet-kind = النوع
search-facet-accession = الدفعة
search-facet-type = الصيغة
search-facet-undo = مختار؛ اضغط لإلغائه
search-more = المزيد
search-page = صفحة { $n }
search-why = لماذا ظهر:
search-told = ويقول الملف عن نفسه
search-why-for = تطابق
search-item = ملفه وإسناده
search-none = لم نجد هذا فيما يجوز لك أن تراه. وليس هذا دليلاً على أنه لم يقع.
search-try-any = ابحث عن أي كلمة منها بدل كلها معاً
search-try-everywhere = ابحث في الأرشيف كله دون تضييق
search-try-unquoted = ابحث عن الكلمات متفرقة، دون علامات الاقتباس
search-try-fewer = اكتب كلمات أقل: كنية العائلة وحدها، أو الرقم وحده.
search-try-spelling = جرّب كتابة أخرى للاسم، بالعربية أو باللاتينية.
search-teach-title = كيف تبحث
search-teach-1 = اكتب كما تشاء: احمد تجد أحمد، والتشكيل والتطويل لا يغيّران شيئاً.
search-teach-2 = الكلمات كلها مطلوبة معاً، ما لم تختر «تكفي أي كلمة منها».
search-teach-3 = ضع العبارة بين «قوسين» لتُطلب كما هي، بترتيبها.
search-teach-4 = العدد صحيح تماماً ولا حدّ للنتائج: تابع إلى آخر صفحة إن شئت.
