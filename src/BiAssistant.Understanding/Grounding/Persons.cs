using BiAssistant.Semantics.Catalogs;
using BiAssistant.Understanding.Grammar;
using BiAssistant.Understanding.Languages.English;
using BiAssistant.Understanding.Languages.Korean;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Grounding;

/// <summary>"환자 중에 흡연자인 사람", "how many people signed up": persons that are called no more than that, and places in Korean, are those named before; persons else any that the catalog has.</summary>
internal static class Persons
{
    private const double NamedCost = 0.3;
    private const double AnyCost = 1.4;
    private const int MostKinds = 6;

    public static List<Phrase> In(List<Atom> atoms, IReadOnlyList<Phrase> phrases, GrammarContext context)
    {
        var result = new List<Phrase>();
        if (atoms.FindLastIndex(a => a is { Raw: "곳", SpaceBefore: true }) is > 0 and var place && atoms[place - 1].Raw is not ("몇" or "한" or "두" or "세" or "네") && atoms[place - 1].Kind == AtomKind.Syllable && phrases.Any(p => p.End < place && p.Sense is EntitySense { Via: null, Dataset.NameField: not null } named && !IsPerson(named.Dataset)))
        {
            // "클럽 중에 매출이 높은 곳": the places that were named.
            result.Add(new Phrase(place, place + 1, new FillerSense(), NamedCost));
        }

        for (var i = 0; i < atoms.Count; i++)
        {
            var end = atoms[i].Raw == "사" && i + 1 < atoms.Count && atoms[i + 1] is { Raw: "람", SpaceBefore: false } ? i + 2 : EnglishCounts.Persons.Contains(atoms[i].Key) ? i + 1 : i;
            if (end == i || phrases.Any(p => p.Start <= i && end <= p.End && p.Sense is EntitySense or FieldSense or ValueSense or MetricSense))
            {
                continue;
            }

            if (phrases.Any(p => p.End <= i && p.Sense is EntitySense { Via: null } named && IsPerson(named.Dataset)))
            {
                result.Add(new Phrase(i, end, new FillerSense(), NamedCost));
            }
            else if (context.Catalog.Datasets.Where(d => !d.Hidden && d.Supertype is null && d.NameField is not null && IsPerson(d)).ToList() is { Count: > 0 and <= MostKinds } kinds)
            {
                result.AddRange(kinds.Select(of => new Phrase(i, end, new EntitySense(of), AnyCost)));
            }
        }

        return result;
    }

    /// <summary>Whether things are persons, by what they are called.</summary>
    public static bool IsPerson(Dataset things) => (things.Entity is { } entity ? entity.Singular.Words.Concat(entity.Plural.Words) : []).Concat(things.Label.Words)
        .Any(w => KoreanCounts.People.Any(p => w.Text.EndsWith(p, StringComparison.Ordinal)) || EnglishCounts.People.Contains(WordForms.Fold(w.Text.Split(' ')[^1])));
}
