## صفحات الأنواع والكلمات (isnad schema doc).
schema-doc-title = أنواع البطاقات وكلماتها
schema-doc-vocabularies = قوائم الكلمات
schema-doc-name = الاسم
schema-doc-id = المعرّف
schema-doc-type = ما فيها
schema-doc-help = إرشاد
schema-doc-code = الرمز
schema-doc-wider = الكلمة الأعم
schema-doc-also = تُكتب أيضاً
schema-doc-used-by = أين تُستعمل
schema-doc-leads-here = ما يقود إلى هنا
schema-doc-area = مجال العمل: { $of }
schema-doc-sensitivity = الحساسية: { $of }
schema-doc-named-by = تُسمّى بـ: { $of }
schema-doc-told-apart-by = تُميَّز بـ: { $of }
schema-doc-outside = في أنظمة أخرى: { $of }
schema-doc-from = من { $of }
schema-doc-to = إلى { $of }
schema-doc-to-any = إلى بطاقة من أي نوع
schema-doc-many = تعدّد القيم معتاد
schema-doc-required = تُطلب
schema-doc-computed = تحسبها قاعدة
schema-doc-unit = الوحدة { $of }
schema-doc-when = لا تُسأل إلا إذا كانت «{ $property }»: { $values }

## ما في الخانة.
type-text = نص
type-name = اسم
type-date = تاريخ
type-period = مدة
type-quantity = عدد أو كمية
type-place = مكان
type-identifier = رقم أو علامة
type-link = بطاقة
type-claim = قول
type-item = مادة
type-term = كلمة من قائمة
type-flag = نعم أو لا
type-point = نقطة على الأرض
type-url = عنوان على الشبكة

## ما يقال عن جدول من الكلمات.
thesaurus-column-unused = لم يُستعمل العمود «{ $about }».
thesaurus-row-without-code = رُفض الصف { $rows } لأنه بلا رمز: { $about }
thesaurus-row-without-words = رُفض الصف { $rows } لأنه بلا كلمات: { $about }
thesaurus-code-unfit = رُفض الصف { $rows } لأن رمزه لا يصلح: { $about }
thesaurus-code-twice = رُفض الصف { $rows } لأن رمزه سبق: { $about }
thesaurus-zero-lost = الصف { $rows }: أُعيد صفر أسقطه برنامج الجداول، فصار الرمز { $about }.
thesaurus-parent-skipped = الصفوف { $rows }: الكلمة التي فوقها بدرجة ليست في الجدول. أُخذت أقرب كلمة فوقها إن وُجدت.
thesaurus-known = توجد قائمة «{ $id }» من قبل. تبقى كلماتها، وكلمات الجدول تُزاد عليها أو تُسمّى من جديد.
thesaurus-label-lent =
    { $about ->
        [ar] لا عربية في الصفوف { $rows }. وُضعت مكانها كلمات من لغة أخرى، وعليها علامة.
        [fr] لا فرنسية في الصفوف { $rows }. وُضعت مكانها كلمات من لغة أخرى، وعليها علامة.
       *[en] لا إنكليزية في الصفوف { $rows }. وُضعت مكانها كلمات من لغة أخرى، وعليها علامة.
    }
