using BiAssistant.Sql;

namespace BiAssistant.Semantics.Catalogs;

/// <summary>A word or phrase and the language it belongs to (ISO 639-1, lower case); null belongs to every language.</summary>
public sealed record LocalWord(string? Language, string Text);

/// <summary>A human-readable text of the catalog: any number of words, each in a language or in all; the first of a language is the one shown.</summary>
public sealed record LocalText(Seq<LocalWord> Words)
{
    public static readonly LocalText Empty = new([]);

    public bool IsEmpty => Words.IsEmpty;

    public static LocalText Of(string text) => new([new LocalWord(null, text)]);

    /// <summary>What a reader of this language sees: its own first word, else one for all languages, else English, else any; null when empty.</summary>
    public string? In(string language) =>
        (Words.FirstOrDefault(w => w.Language == language)
            ?? Words.FirstOrDefault(w => w.Language is null)
            ?? Words.FirstOrDefault(w => w.Language == "en")
            ?? Words.FirstOrDefault())?.Text;

    /// <summary>As <see cref="In"/>, but null where only words of other languages are left: a name in words says more to a reader than a label that is foreign.</summary>
    public string? Legible(string language) => Words.Any(w => w.Language is null || w.Language == language || w.Language == "en") ? In(language) : null;

    /// <summary>Every word that counts in this language.</summary>
    public IEnumerable<string> AllIn(string language) => Words.Where(w => w.Language is null || w.Language == language).Select(w => w.Text);

    public LocalText With(LocalText more) => new(Words.AddRange(more.Words.Where(w => !Words.Contains(w))));
}

/// <summary>What one row, value or role is called, one and many.</summary>
public sealed record EntityWords(LocalText Singular, LocalText Plural)
{
    public LocalText Synonyms { get; init; } = LocalText.Empty;
}
