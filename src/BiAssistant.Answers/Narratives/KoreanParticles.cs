namespace BiAssistant.Answers.Narratives;

/// <summary>
/// Chooses the form of a Korean particle by the sound that a word ends in: 매출은, 배송료는, 30%는, 12권을, KPI는. Digits are read as Korean numbers,
/// capitals by their names, other Latin words by their last letter.
/// </summary>
public static class KoreanParticles
{
    private const int FirstSyllable = 0xAC00;
    private const int LastSyllable = 0xD7A3;
    private const int FinalsPerSyllable = 28;
    private const int FinalRieul = 8;

    private enum Ending
    {
        Open,
        Rieul,
        Closed,
    }

    /// <summary>은 or 는.</summary>
    public static string Topic(string word) => word + (EndingOf(word) == Ending.Open ? "는" : "은");

    /// <summary>이 or 가.</summary>
    public static string Subject(string word) => word + (EndingOf(word) == Ending.Open ? "가" : "이");

    /// <summary>을 or 를.</summary>
    public static string Object(string word) => word + (EndingOf(word) == Ending.Open ? "를" : "을");

    /// <summary>와 or 과.</summary>
    public static string With(string word) => word + (EndingOf(word) == Ending.Open ? "와" : "과");

    /// <summary>로 or 으로.</summary>
    public static string Toward(string word) => word + (EndingOf(word) == Ending.Closed ? "으로" : "로");

    private static Ending EndingOf(string word)
    {
        for (var i = word.Length - 1; i >= 0; i--)
        {
            var letter = word[i];
            if (letter is >= (char)FirstSyllable and <= (char)LastSyllable)
            {
                return OfSyllable(letter);
            }

            if (char.IsAsciiDigit(letter))
            {
                return OfDigit(letter);
            }

            if (char.IsAsciiLetter(letter))
            {
                return OfLatin(letter, i > 0 && char.IsAsciiLetter(word[i - 1]) && !char.IsAsciiLetterUpper(word[i - 1]));
            }

            if (letter == '%')
            {
                return Ending.Open;
            }
        }

        return Ending.Open;
    }

    private static Ending OfSyllable(char syllable) => ((syllable - FirstSyllable) % FinalsPerSyllable) switch
    {
        0 => Ending.Open,
        FinalRieul => Ending.Rieul,
        _ => Ending.Closed,
    };

    /// <summary>일, 칠 and 팔 end in ㄹ; 이, 사, 오 and 구 in a vowel; 영, 십, 백, 천, 삼 and 육 in another consonant.</summary>
    private static Ending OfDigit(char digit) => digit switch
    {
        '1' or '7' or '8' => Ending.Rieul,
        '2' or '4' or '5' or '9' => Ending.Open,
        _ => Ending.Closed,
    };

    /// <summary>A capital is read by its name (엘, 엠, 엔, 알); in a word only l, m and n leave a consonant for certain.</summary>
    private static Ending OfLatin(char letter, bool insideWord) => char.ToUpperInvariant(letter) switch
    {
        'L' => Ending.Rieul,
        'R' when !insideWord => Ending.Rieul,
        'M' or 'N' => Ending.Closed,
        _ => Ending.Open,
    };
}
