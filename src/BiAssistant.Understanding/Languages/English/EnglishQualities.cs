namespace BiAssistant.Understanding.Languages.English;

/// <summary>English adjectives and verbs of qualities, and the nouns and units of the fields that tell them.</summary>
internal static class EnglishQualities
{
    public static IEnumerable<QualityWord> Words { get; } =
    [
        .. Adjective(Quality.Weight, true, "heavy", "heavier", "heaviest"), .. Adjective(Quality.Weight, false, "light", "lighter", "lightest"),
        .. Adjective(Quality.Price, true, "expensive", "more expensive", "most expensive"), .. Adjective(Quality.Price, true, "costly", "costlier", "costliest"), .. Adjective(Quality.Price, true, "pricey", "pricier", "priciest"), .. Adjective(Quality.Price, true, "dear", "dearer", "dearest"),
        .. Adjective(Quality.Price, false, "cheap", "cheaper", "cheapest"), .. Adjective(Quality.Price, false, "inexpensive", "less expensive", "least expensive"),
        .. Adjective(Quality.Duration, true, "long", "longer", "longest"), .. Adjective(Quality.Duration, false, "short", "shorter", "shortest"), .. Adjective(Quality.Duration, true, "slow", "slower", "slowest"), .. Adjective(Quality.Duration, false, "fast", "faster", "fastest"), .. Adjective(Quality.Duration, false, "quick", "quicker", "quickest"),
        .. Adjective(Quality.Distance, true, "far", "farther", "farthest"), .. Adjective(Quality.Distance, true, "long", "longer", "longest"), .. Adjective(Quality.Distance, false, "short", "shorter", "shortest"),
        .. Adjective(Quality.Age, true, "old", "older", "oldest"), .. Adjective(Quality.Age, false, "young", "younger", "youngest"),
        .. Adjective(Quality.Area, true, "spacious", "more spacious", "most spacious"),
        .. Adjective(Quality.Height, true, "tall", "taller", "tallest"), .. Adjective(Quality.Speed, true, "fast", "faster", "fastest"), .. Adjective(Quality.Speed, false, "slow", "slower", "slowest"),
        new(Quality.Pay, "highest paid", QualityForm.Superlative, true), new(Quality.Pay, "best paid", QualityForm.Superlative, true), new(Quality.Pay, "lowest paid", QualityForm.Superlative, false), new(Quality.Pay, "worst paid", QualityForm.Superlative, false),
        new(Quality.Delay, "how late", QualityForm.Asked, true), new(Quality.Delay, "how many days late", QualityForm.Asked, true), new(Quality.Delay, "how delayed", QualityForm.Asked, true),
        .. Verb(Quality.Pay, "earn", "earns", "earned", "make", "makes"),
        .. Verb(Quality.Weight, "weigh", "weighs", "weighed"), .. Verb(Quality.Price, "cost", "costs", "priced"), .. Verb(Quality.Duration, "last", "lasts", "lasted"),
    ];

    /// <summary>How large something is by whatever it has; true where the largest is meant.</summary>
    public static IReadOnlyDictionary<string, bool> Sizes { get; } = new Dictionary<string, bool>(StringComparer.Ordinal) { ["largest"] = true, ["biggest"] = true, ["smallest"] = false };

    /// <summary>Words of speed: of a length of time, high is low.</summary>
    public static IReadOnlySet<string> Speeds { get; } = new HashSet<string>(StringComparer.Ordinal) { "fastest", "quickest", "slowest", "speediest" };

    /// <summary>Before a comparative and behind a number: "65 or older".</summary>
    public static IReadOnlySet<string> OrBefore { get; } = new HashSet<string>(StringComparer.Ordinal) { "or", "and" };

    public static IEnumerable<QualityNoun> Nouns { get; } =
    [
        .. Names(Quality.Weight, "weight", "mass"), .. Units(Quality.Weight, "kg", "kilogram", "g", "t", "ton", "tonne", "lb"),
        .. Names(Quality.Delay, "days late", "delay", "days of delay", "lateness", "days overdue", "reporting delay", "minutes late", "hours late", "delay days", "delay minutes", "lag", "reporting lag", "delay in days"),
        .. Names(Quality.Pay, "salary", "wage", "pay", "income", "earnings"),
        .. Names(Quality.Price, "price", "cost", "fee", "fare", "charge", "premium", "tariff", "rent"),
        .. Names(Quality.Duration, "duration", "days", "hours", "minutes", "nights", "length of stay", "time"), .. Units(Quality.Duration, "day", "hour", "minute", "second", "week", "month", "night"),
        .. Names(Quality.Distance, "distance"), .. Units(Quality.Distance, "km", "kilometre", "kilometer", "mile"),
        .. Names(Quality.Age, "age"), .. Names(Quality.Area, "area", "floor space"), .. Units(Quality.Area, "sqm", "m²", "m2", "ha", "sq ft"),
        .. Names(Quality.Height, "height"), .. Names(Quality.Speed, "speed"), .. Units(Quality.Speed, "km/h", "kmh", "mph"),
    ];

    /// <summary>What a thing does from its beginning to its end: how long it is. A "first reply time" is of something else.</summary>
    public static IReadOnlySet<string> Courses { get; } = new HashSet<string>(StringComparer.Ordinal)
        { "in", "to", "of", "the", "total", "elapsed", "transit", "travel", "journey", "trip", "flight", "stay", "service", "processing", "handling", "completion", "turnaround", "cycle", "repair", "resolution", "settlement", "delivery", "duration", "length", "run", "play", "playing", "block", "session", "booked", "number" };

    /// <summary>Other words in names of lengths of time that tell nothing of what is done.</summary>
    public static IReadOnlySet<string> Lengths { get; } = new HashSet<string>(StringComparer.Ordinal) { "date", "average", "mean", "length", "duration", "number", "until", "between", "lead", "month", "turnaround", "total", "handling", "elapsed", "cycle" };

    /// <summary>"days", "time" in names such as "days to pay" and "settlement time", which tell how long something takes.</summary>
    public static IReadOnlyList<string> SpansOfTime { get; } = ["day", "hour", "minute", "week", "time"];

    private static IEnumerable<QualityWord> Adjective(Quality of, bool high, string plain, string more, string most) =>
        [new(of, $"how {plain}", QualityForm.Asked, high), new(of, more, QualityForm.Comparative, high), new(of, most, QualityForm.Superlative, high)];

    private static IEnumerable<QualityWord> Verb(Quality of, params string[] forms) => forms.Select(f => new QualityWord(of, f, QualityForm.Itself, true));

    private static IEnumerable<QualityNoun> Names(Quality of, params string[] nouns) => nouns.Select(n => new QualityNoun(of, n));

    private static IEnumerable<QualityNoun> Units(Quality of, params string[] units) => units.Select(u => new QualityNoun(of, u, Unit: true));
}
