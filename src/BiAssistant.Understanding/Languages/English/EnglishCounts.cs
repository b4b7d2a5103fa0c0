using BiAssistant.Understanding.Grammar;

namespace BiAssistant.Understanding.Languages.English;

/// <summary>English words of counts and filters: who is ranked, how often, how many of each, what is said without need.</summary>
internal static class EnglishCounts
{
    /// <summary>Numbers counted up: "one order, two orders, and so on".</summary>
    public static readonly string[] Upward = ["one", "two", "three", "four", "five", "six"];

    /// <summary>Between the numbers that are counted up.</summary>
    public static IReadOnlySet<string> BetweenCounts { get; } = new HashSet<string>(StringComparer.Ordinal) { ",", "and", "how", "many", "had", "have", "made", "placed" };

    /// <summary>That the counting goes on.</summary>
    public static IReadOnlySet<string> AndSoOn { get; } = new HashSet<string>(StringComparer.Ordinal) { "so", "on", "forth", "etc", "more", "or" };

    /// <summary>Behind a superlative: as it is meant anyway.</summary>
    public static IReadOnlySet<string> BehindSuperlative { get; } = new HashSet<string>(StringComparer.Ordinal) { "single", "individual", "ever" };

    /// <summary>Before what somebody has so many of.</summary>
    public static IReadOnlySet<string> HadSo { get; } = new HashSet<string>(StringComparer.Ordinal) { "had", "have", "made", "placed", "hold", "held", "own", "took", "did" };

    /// <summary>Persons that are called no more than that.</summary>
    public static IReadOnlySet<string> Persons { get; } = new HashSet<string>(StringComparer.Ordinal) { "people", "person", "individual", "folk" };

    /// <summary>What people are called; the last word of a longer name counts ("cabin crew member").</summary>
    public static IReadOnlySet<string> People { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "person", "customer", "guest", "client", "employee", "driver", "patient", "doctor", "physician", "surgeon", "nurse", "agent", "manager", "member", "user", "student", "pupil", "teacher", "lecturer", "technician", "engineer", "therapist", "pilot", "captain", "seller", "salesperson", "representative", "rep",
        "worker", "passenger", "applicant", "candidate", "visitor", "tenant", "borrower", "subscriber", "policyholder", "claimant", "broker", "adjuster", "mechanic", "author", "contact", "farmer", "grower", "owner", "operator", "staff", "colleague", "consultant", "clerk", "courier", "inspector", "buyer", "shopper", "cashier", "attendant", "supervisor", "practitioner", "clinician", "dentist", "lawyer", "accountant", "analyst", "trainer", "player", "athlete",
    };

    public static IEnumerable<LexiconEntry> Entries { get; } =
    [
        .. Words(new WhichSense(Person: true), "the person with", "person with", "the people with", "people with", "which person", "the person who", "the person that", "who is the person with"),
        .. Yielding(new FrequentSense(true), "most often", "the most often", "most frequently", "most commonly", "most common", "most frequent", "the most common", "the most frequent", "oftenest"),
        .. Yielding(new FrequentSense(false), "least often", "the least often", "least frequently", "least common", "least frequent", "rarest", "most rarely"),
        .. Words(new LightVerbSense(true), "came up", "come up", "comes up", "turn up", "turned up", "turns up", "show up", "showed up", "appear", "appeared", "appears", "arise", "arose", "crop up", "cropped up"),
        .. Words(new LightVerbSense(false), "charge", "charged", "cost us"),
        .. Words(new OnlySense(), "only"), .. Words(new NewlySense(), "newly"),
        .. Words(new CameToBeSense(), "done", "carried out", "conducted", "performed", "executed", "held", "undertaken", "placed", "created", "filed", "raised", "submitted", "entered", "registered", "reported", "written", "lodged"),
        .. Words(new CountOfEachSense(), "how many of each", "how many in each", "how many are there of each", "how many there are of each", "how many each", "how many per group", "and how many of each", "how many in each group"),
        .. Words(new CountOfEachSense(Spread: true), "distribution", "distribution of", "the distribution of", "breakdown of", "split of", "spread of"),
        .. Words(new EmptyOnesSense(true), [.. Those("including", "and also", "counting", "with")]), .. Words(new EmptyOnesSense(false), [.. Those("leaving out", "leave out", "excluding", "exclude", "not counting", "without", "ignoring", "except", "but not"), "only those with at least one", "only the ones with at least one", "only those with any", "only the ones with any", "only those that have any"]),
        .. Words(new CauseSense(After: false), "because of", "due to", "caused by", "owing to", "on account of", "as a result of", "for reasons of"), .. Words(new RecordedSense(), "on record", "on file", "recorded", "noted", "listed", "written down", "entered", "in the system"),
        .. Words(new CopulaSense(), "ended up", "end up", "ends up", "ended up being", "came back", "come back", "comes back", "came back as", "turned out", "turn out", "turns out", "turned out to be", "became", "become", "becomes", "got", "get", "remain", "remained", "stay", "stayed", "came out", "come out"),
        .. Words(new PerMarkSense(false), "does a", "does an", "did a", "did an", "do a", "has a", "has an", "does one", "does the typical", "does each", "did each", "go into a", "goes into a", "went into a", "go into each", "goes into each", "come with a", "comes with a"),
        .. Words(new OwnSense(), "do we own", "do we have on our books", "do we operate", "do we run", "do we manage", "that we own", "that we operate", "that we run", "we own", "we operate", "we run"),
        .. Words(new GroupMarkSense(true), "down by", "and of which", "and in which", "and from which", "and by which", "and how many of which"),
        .. Words(new FillerSense(), "we have ever had", "we ever had", "we've ever had", "we have ever seen", "ever recorded", "ever made", "ever seen", "there has ever been", "of all time", "break", "break down our", "have each number", "has each number", "fall into each group", "fall in each group", "are in each group", "on which date", "on what date"),
    ];

    private static IEnumerable<string> Those(params string[] verbs) =>
        verbs.SelectMany(verb => new[] { "those with none", "the ones with none", "those without any", "the ones without any", "those with zero", "the ones with zero", "those that have none", "those who have none", "zero", "zeros", "zeroes", "none" }.Select(what => $"{verb} {what}"));

    private static IEnumerable<LexiconEntry> Words(Sense sense, params string[] words) => words.Distinct().Select(w => new LexiconEntry(w, sense));

    private static IEnumerable<LexiconEntry> Yielding(Sense sense, params string[] words) => words.Distinct().Select(w => new LexiconEntry(w, sense, Yields: true));
}
