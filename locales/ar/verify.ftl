### The verification page.
verify-title = التحقق من السلامة
verify-lead = يُعاد حساب كل شيء من القرص، ولا يُصدَّق شيء محفوظ في الذاكرة. قد يطول ذلك بقدر حجم الأرشيف، ويمكنك متابعة عملك.
verify-now = تحقق الآن
verify-running = يجري التحقق: { $n } بالمئة
verify-ok = الأرشيف سليم: لم يتغير شيء.
verify-altered = وُجد تغيير أو نقص في الأرشيف.
verify-entries =
    { $n ->
         [zero] لا قيود
         [one] قيد واحد فُحص
         [two] قيدان فُحصا
         [few] { $n } قيود فُحصت
         [many] { $n } قيداً فُحصت
        *[other] { $n } قيد فُحصت
    }
verify-acts =
    { $n ->
         [zero] لا توقيعات
         [one] توقيع واحد فُحص
         [two] توقيعان فُحصا
         [few] { $n } توقيعات فُحصت
         [many] { $n } توقيعاً فُحصت
        *[other] { $n } توقيع فُحصت
    }
verify-objects =
    { $n ->
         [zero] لا محتويات في الخزنة
         [one] محتوى واحد أُعيد حساب بصمته
         [two] محتويان أُعيد حساب بصمتيهما
         [few] { $n } محتويات أُعيد حساب بصماتها
         [many] { $n } محتوى أُعيد حساب بصماتها
        *[other] { $n } محتوى أُعيد حساب بصماتها
    }
verify-bytes = قُرئ { $text }
verify-locked = كان الأرشيف مقفلاً: فُحصت الأختام دون المحتويات.
verify-grave = تغيير
verify-note = للعلم
verify-where = أين
verify-holds = المادة التي فيه
verify-holds-text = النص المقروء من:
verify-holds-unknown = لا يُعرف دون عبارة المرور أيُّ مادة في هذا الملف. أعد التحقق بها لتعرف اسمها.
verify-holds-closed = ما في هذا الملف ليس مفتوحاً لدورك. اسأل أمين الأرشيف.
verify-means = ماذا يعني
verify-next = ما العمل
verify-what = ما الذي يُفحص
verify-what-1 = البصمات
verify-what-1-how = يُقرأ كل محتوى من الخزنة وتُحسب بصمته من جديد.
verify-what-2 = التوقيعات
verify-what-2-how = كل فعل وقّعه مفتاح جهاز معروف في الأرشيف.
verify-what-3 = الشجرة
verify-what-3-how = تُبنى من أوراقها ويُقارن جذرها بكل نقطة ختم سابقة.
verify-what-4 = حلقة المفاتيح
verify-what-4-how = لكل محتوى مفتاحه، ولا مفتاح زائد.
