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
    /** In the order of the seven components. */
    private static final List<String> AIMS = List.of(
            "Şəxsiyyət sənədini bərpa etmək",
            "Orta təhsilə qayıtmaq",
            "Həftədə bir dəfə psixoloqla görüşmək",
            "Müayinədən keçmək",
            "Dərzilik kursunu bitirmək",
            "İş tapmaq",
            "Təhlükəsiz mənzil tapmaq");

    private static final List<String> ACTIONS =
            List.of("Müraciəti birlikdə yazmaq", "İlk görüşü təyin etmək", "Kursa yazılmaq", "Həkimlə vaxt götürmək");

    private static final List<String> NOTES = List.of(
            "Səhər yeməyinə gəldi, gecə yaxşı yatdığını dedi. Bibisinə zəng etmək istəyir, nömrəni özü seçdi.",
            "Bu gün bank hesabı üçün sənədləri birlikdə yığdıq. Şəxsiyyət vəsiqəsi çərşənbə günü hazır olacaq.",
            "Axşam həyətdə tanımadığı avtomobil görüb, narahat olub. Növbətçiyə dərhal xəbər verib.");

    private DemoTexts() {}

    static String note(int i) {
        return NOTES.get(i % NOTES.size());
    }

    static String given(int i) {
        return GIVEN.get(i % GIVEN.size());
    }

    static String family(int i) {
        return FAMILY.get(i % FAMILY.size());
    }

    static String conclusion(int i) {
        return CONCLUSIONS.get(i % CONCLUSIONS.size());
    }

    /** @param component its place among the seven, from 0 */
    static String aim(int component) {
        return AIMS.get(component);
    }

    static String action(int i) {
        return ACTIONS.get(i % ACTIONS.size());
    }
}
