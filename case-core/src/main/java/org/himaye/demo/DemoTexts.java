package org.himaye.demo;

import java.util.List;

/** Invented words for invented people; the family names say that they are samples. */
final class DemoTexts {

    private static final List<String> GIVEN = List.of(
            "Aygül", "Rəna", "Murad", "Elnarə", "Samir", "Günay", "Fidan", "Orxan", "Ləman", "Tural", "Səbinə",
            "Nicat");
    private static final List<String> FAMILY =
            List.of("Nümunəli", "Sınaqlı", "Örnəkova", "Misalov", "Nümunəyeva", "Sınaqov", "Örnəkli", "Misallı");
    private static final List<String> CONCLUSIONS = List.of(
            "Şəxs iş yerindən çıxa bilmədiyini, sənədlərinin alındığını danışdı. Əlamətlər ehtimal üçün əsas verir.",
            "Şəxs nəzarət altında saxlandığını və əməkhaqqı almadığını bildirdi.",
            "Şəxs yaxınlarına qarşı hədədən qorxur. Söhbət ara verilməklə aparıldı.");
    private static final List<String> AIMS = List.of(
            "Şəxsiyyət sənədini bərpa etmək",
            "Həftədə bir dəfə psixoloqla görüşmək",
            "Dərzilik kursunu bitirmək",
            "Təhlükəsiz mənzil tapmaq",
            "Müayinədən keçmək",
            "Orta təhsilə qayıtmaq",
            "İş tapmaq");
    private static final List<String> ACTIONS =
            List.of("Müraciəti birlikdə yazmaq", "İlk görüşü təyin etmək", "Kursa yazılmaq", "Həkimlə vaxt götürmək");

    private DemoTexts() {}

    static String given(int i) {
        return GIVEN.get(i % GIVEN.size());
    }

    static String family(int i) {
        return FAMILY.get(i % FAMILY.size());
    }

    static String conclusion(int i) {
        return CONCLUSIONS.get(i % CONCLUSIONS.size());
    }

    static String aim(int i) {
        return AIMS.get(i % AIMS.size());
    }

    static String action(int i) {
        return ACTIONS.get(i % ACTIONS.size());
    }
}
