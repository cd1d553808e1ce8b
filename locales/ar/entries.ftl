### What kind of act a ledger entry is (entry-CODE).
entry-archive-created = أُنشئ الأرشيف
entry-principal-added = أُضيف شخص
entry-device-epoch = بدأ عهد مفتاح جهاز
entry-accession-opened = فُتحت دفعة
entry-accession-closed = اكتملت دفعة
entry-item-kept = حُفظت مادة
entry-item-refused = رُفضت مادة
entry-reading = قُرئت مادة
entry-custody = تغيّرت حيازة مادة
entry-fixity-check = تحقُّق من السلامة
entry-derivation = قُرئت مادة
entry-collation = قوبلت كلمة على الصورة
entry-opened = صُنعت نسخة بلا قفل من مادة مقفلة
entry-unknown = نوع لا يعرفه هذا البرنامج
