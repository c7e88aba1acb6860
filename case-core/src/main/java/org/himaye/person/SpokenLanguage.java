package org.himaye.person;

import jakarta.persistence.AttributeConverter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Languages that a person may speak, by ISO 639-1 code; {@link #OTHER} and {@link #UNKNOWN} have none. */
public enum SpokenLanguage {
    AZ,
    RU,
    EN,
    TR,
    FA,
    KA,
    UK,
    UZ,
    TK,
    TG,
    KK,
    KY,
    AR,
    UR,
    HI,
    BN,
    TL,
    VI,
    ZH,
    FR,
    ES,
    OTHER,
    UNKNOWN;

    /** As a person's row keeps it, for example {@code az}; {@code mul} and {@code und} of ISO 639-2 where there is no code. */
    public String code() {
        return switch (this) {
            case OTHER -> "mul";
            case UNKNOWN -> "und";
            default -> name().toLowerCase(Locale.ROOT);
        };
    }

    /** The codes separated by a space, in the given order. */
    public static String codes(List<SpokenLanguage> languages) {
        return languages.stream().map(SpokenLanguage::code).collect(Collectors.joining(" "));
    }

    /** Reads {@link #codes}; a code that is not on the list becomes {@link #OTHER}. */
    public static List<SpokenLanguage> ofCodes(String codes) {
        return codes == null || codes.isBlank()
                ? List.of()
                : Arrays.stream(codes.strip().split("\\s+"))
                        .map(SpokenLanguage::ofCode)
                        .toList();
    }

    private static SpokenLanguage ofCode(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(OTHER);
    }

    /** How several are kept, in the order in which they were told. */
    public static class Several implements AttributeConverter<List<SpokenLanguage>, String> {

        @Override
        public String convertToDatabaseColumn(List<SpokenLanguage> languages) {
            return languages == null ? null : codes(languages);
        }

        @Override
        public List<SpokenLanguage> convertToEntityAttribute(String text) {
            return text == null ? null : ofCodes(text);
        }
    }
}
