using BiAssistant.Tests.Understanding.Evaluation;
using BiAssistant.Understanding;
using BiAssistant.Understanding.Languages;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Tests.Understanding.Robustness;

/// <summary>
/// Questions of the sets with a word left out, two words swapped or a letter mistyped. What comes of it is the same answer, none, or one that says what it is an
/// answer to; how often not is a figure that only ever gets better.
/// </summary>
[Collection(LearntCompaniesCollection.Name)]
[Trait(GeneratedCases.Trait, GeneratedCases.Generated)]
public sealed class SlipTests(LearntCompanies companies)
{
    private const int OneIn = 5;

    public static TheoryData<string> Companies => [EvaluatedCompanies.Demo, EvaluatedCompanies.Carrier];

    [Theory]
    [MemberData(nameof(Companies))]
    public void A_word_that_means_something_is_not_left_out_without_effect(string company)
    {
        var heard = HeardOf(company, Drawn(company, Slip.Deletions));
        var unfelt = heard.Where(IsSame).ToList();

        Figures.ShouldHold(
            company,
            heard.Count,
            ("values-and-numbers-left-out-unfelt", [.. unfelt.Where(h => Meant(h) is { } meaning && IsFirm(meaning)).Select(Unfelt)]),
            ("other-meanings-left-out-unfelt", [.. unfelt.Where(h => Meant(h) is { } meaning && !IsFirm(meaning)).Select(Unfelt)]),
            ("words-of-no-language-left-out-unfelt", [.. unfelt.Where(h => !h.Was.Words.Any(word => IsAt(word, h.Slip)) && IsStranger(h.Slip.Word)).Select(Unfelt)]));
    }

    [Theory]
    [MemberData(nameof(Companies))]
    public void Two_words_in_the_other_order_do_not_mean_something_else(string company)
    {
        var heard = HeardOf(company, Drawn(company, Slip.Swaps));

        Figures.ShouldHold(company, heard.Count, ("swaps-different", [.. heard.Where(IsDifferent).Select(Told)]));
    }

    [Theory]
    [MemberData(nameof(Companies))]
    public void A_mistyped_word_is_the_word_or_is_told_or_is_not_understood(string company)
    {
        var heard = HeardOf(company, Drawn(company, question => Slip.Typos(question, new Random(Chance(question)))));

        Figures.ShouldHold(
            company,
            heard.Count,
            ("typos-different", [.. heard.Where(IsDifferent).Select(Told)]),
            ("typos-different-and-untold", [.. heard.Where(h => IsDifferent(h) && IsUntold(h)).Select(Told)]));
    }

    private static bool IsSame(Heard heard) => heard.Now is { } now && InventedCompany.Written(now.Query) == InventedCompany.Written(heard.Was.Query);

    private static bool IsDifferent(Heard heard) => heard.Now is not null && !IsSame(heard);

    private static bool IsUntold(Heard heard) => heard.Now is { } now && !now.Words.Any(word => IsAt(word, heard.Slip));

    /// <summary>What the word that was left out had meant by itself; null for one that only joins others or is part of a name.</summary>
    private static string? Meant(Heard heard) =>
        heard.Was.Words.FirstOrDefault(word => word.Start >= heard.Slip.Start && word.Start + word.Length <= heard.Slip.Start + heard.Slip.Word.Length)?.Meaning;

    private static bool IsAt(WordMeaning word, Slip slip) => word.Start < slip.Start + slip.Word.Length && slip.Start < word.Start + word.Length;

    /// <summary>A value, a number or an exclusion: nothing else can have said it.</summary>
    private static bool IsFirm(string meaning) => meaning is "number" or "숫자" or "exclusion" or "제외" || meaning.Contains(": ", StringComparison.Ordinal);

    /// <summary>A word that no list of a language's words holds.</summary>
    private static bool IsStranger(string word) => Tokenizer.Read(word).Any(atom => atom.Kind == AtomKind.Word && !Lexicon.All.IsWord(atom.Hash));

    private static string Unfelt(Heard heard) => $"{heard.Slip.Word} ({Meant(heard)}): {heard.Slip.Question}";

    private static string Told(Heard heard) => $"{heard.Slip.Question}\n    {heard.Slip.Typed}\n    {heard.Was.Query}\n    {heard.Now?.Query}";

    /// <summary>Every slip in the long run, else one in so many, chosen by what is typed: what becomes understood elsewhere changes no choice here.</summary>
    private List<Slip> Drawn(string company, Func<string, IEnumerable<Slip>> slips) =>
        [.. companies.Of(company).Answered.SelectMany(answered => slips(answered.Question)).Where(slip => GeneratedCases.IsLong || Chance(slip.Typed) % OneIn == 0)];

    /// <summary>A number that is always the same for a text and a seed.</summary>
    private static int Chance(string text) => (int)(Hashing.Then((ulong)GeneratedCases.SeedFor(400), Hashing.OfWord(text)) >> 33);

    private List<Heard> HeardOf(string company, List<Slip> slips)
    {
        var learnt = companies.Of(company);
        var known = learnt.Answered.ToDictionary(answered => answered.Question, answered => answered.Answer);
        return [.. learnt.AskAll([.. slips.Select(slip => slip.Typed)]).Select((said, i) => new Heard(slips[i], known[slips[i].Question], said.Said as Understood))];
    }

    /// <summary>What a slip came to: how the question had been understood, and how it is now; null where it is not.</summary>
    private sealed record Heard(Slip Slip, Understood Was, Understood? Now);
}
