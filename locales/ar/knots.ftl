### The knots of the isnad: who or what (knot-CODE), and how (knot-CODE-how).
knot-received = { $from }
knot-received-how = استُلمت. متى: { $when }؛ أين: { $where }؛ كيف: { $how }
knot-taken-in = أدخلها { $by }
knot-taken-in-how = بتفويض: { $authority }
knot-in-container = داخل { $name }
knot-in-container-how = الحاوية محفوظة أيضاً كما وردت.
knot-copy-left = خرجت نسخة على يد { $by }
knot-copy-left-how = سُجّل خروجها قبل أن تُسلَّم.
knot-unlocked = فتح { $by } قفله
knot-unlocked-how = بكلمة سره، وهي لا تُحفظ في أي مكان.
knot-object = البايتات كما وردت، مشفّرة في الخزنة
knot-object-how = عنوانها في الخزنة هو بصمتها:
knot-entry = القيد رقم { $index }
knot-entry-how = وقّعه مفتاح الجهاز { $device }
knot-seal = الختم
knot-seal-how = بصمة الورقة في الشجرة:
