namespace BiAssistant.Understanding.Tokens;

/// <summary>What an atom is made of.</summary>
internal enum AtomKind
{
    /// <summary>Letters of a script that writes words apart.</summary>
    Word,

    /// <summary>One syllable or character of a script that runs words together.</summary>
    Syllable,

    /// <summary>Digits, with separators inside.</summary>
    Digits,

    /// <summary>A sign that means something: a comma, a currency, a comparison.</summary>
    Mark,

    /// <summary>The possessive ending of a word.</summary>
    Possessive,
}

/// <summary>
/// The smallest unit that meanings are made of: a word, a syllable, a number as written, a sign. <c>Key</c> is folded (case, accents, plural) alike in
/// catalog and question; <c>Raw</c> keeps the letters as typed. Start and End lie in the original text, the end is not included.
/// </summary>
internal readonly record struct Atom(string Raw, string Key, ulong Hash, int Start, int End, AtomKind Kind, bool SpaceBefore)
{
    /// <summary>Signs that separate or join words and do not tell two names apart ("E-mail", "Email").</summary>
    public bool Ignorable => Kind == AtomKind.Possessive || (Kind == AtomKind.Mark && Key is "," or "&" or "-" or "/" or "~" or "+");
}
