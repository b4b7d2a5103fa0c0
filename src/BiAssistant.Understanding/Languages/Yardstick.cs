using BiAssistant.Semantics.Catalogs;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Languages;

/// <summary>
/// What an adjective or verb of the language measures: how long something takes, how heavy it is, what it costs. The field that is meant is found by the unit it is counted in,
/// or by what it is called.
/// </summary>
internal sealed class Yardstick
{
    private readonly HashSet<string> _units;
    private readonly HashSet<string> _names;
    private readonly HashSet<string> _adjectives;
    private readonly HashSet<string> _others;
    private readonly bool _money;

    private Yardstick(string units, string names, string adjectives, bool money = false, string others = "") =>
        (_units, _names, _adjectives, _money, _others) = (Folded(units), Folded(names), Folded(adjectives), money, Folded(others));

    /// <summary>"longer", "긴".</summary>
    public static Yardstick Long { get; } = new(Times + ",km,kilometre,kilometer,mile,m,metre,meter,킬로미터,미터", Durations + ",distance,거리,길이", Paces);

    /// <summary>"took longer", "slower", "오래 걸린": how long something itself took, and not what was planned or how long it was waited for.</summary>
    public static Yardstick Lasting { get; } = new(Times, Durations, Paces, others: "reply,response,wait,waiting,lead,notice,grace,warranty,shelf,retention,promised,planned,scheduled,expected,estimated,target,agreed,due,overdue,답변,응답,대기,리드타임,예정,계획,목표,보증,보관,약속");

    /// <summary>"heavier", "weighed", "무거운".</summary>
    public static Yardstick Heavy { get; } = new("kg,g,t,ton,tonne,lb,lbs,pound,kilo,kilogram,gram,톤,킬로그램,그램,킬로", "weight,mass,tonnage,중량,무게", "heaviest,lightest,가장 무거운,가장 가벼운");

    /// <summary>"cost", "worth", "more expensive", "비싼".</summary>
    public static Yardstick Dear { get; } = new("", "price,cost,value,amount,fee,charge,rate,premium,가격,비용,금액,단가,요금,원가", "most expensive,priciest,costliest,dearest,most valuable,cheapest,least expensive,가장 비싼,가장 싼,가장 저렴한", money: true);

    /// <summary>"priced above", "값이 비싼".</summary>
    public static Yardstick Priced { get; } = new("", "price,rate,fee,가격,단가,요금", "priciest,most expensive,cheapest,가장 비싼,가장 싼");

    /// <summary>"larger", "큰": of things that have a size.</summary>
    public static Yardstick Large { get; } = new("", "size,area,capacity,크기,규모,면적,용량", "largest,biggest,smallest,가장 큰,가장 넓은,가장 작은");

    /// <summary>"older", "나이가 많은".</summary>
    public static Yardstick Old { get; } = new("", "age,나이,연령", "oldest,youngest");

    private const string Times = "second,minute,hour,day,night,week,month,year,s,sec,min,h,hr,초,분,시간,일,박,주,개월,년";

    private const string Durations = "duration,length,minutes,hours,days,nights,기간,일수,시간";

    private const string Paces = "longest,shortest,slowest,fastest,quickest,가장 긴,가장 짧은,가장 느린,가장 빠른";

    /// <summary>Whether what something is called says that it is another number than the one that is meant.</summary>
    public bool IsOther(LocalText label, string name) =>
        label.Words.SelectMany(w => w.Text.Split(' ')).Concat(name.Split('_')).Any(part => _others.Contains(WordForms.Fold(part)));

    /// <summary>Whether the catalog itself gives the field such an adjective.</summary>
    public bool IsSaidOf(AdjectiveWords adjectives) => adjectives.High.Words.Concat(adjectives.Low.Words).Any(w => _adjectives.Contains(WordForms.Fold(w.Text)));

    /// <summary>Whether a folded word is one of the units.</summary>
    public bool HasUnit(string unit) => _units.Contains(unit);

    /// <summary>Whether something counted in this unit can be so.</summary>
    public bool IsCountedIn(LocalText unit, ValueFormat format) =>
        _money && (format == ValueFormat.Money || unit.Words.Any(w => w.Text.Length == 3 && w.Text.All(char.IsAsciiLetterUpper))) || unit.Words.Any(w => _units.Contains(WordForms.Fold(w.Text)));

    /// <summary>Whether what something is called says so: its last word, or a part of its name in the data.</summary>
    public bool IsNamed(LocalText label, string name) =>
        label.Words.Any(w => w.Text.Split(' ') is [.., var last] && _names.Contains(WordForms.Fold(last))) || name.Split('_').Any(part => _names.Contains(WordForms.Fold(part)));

    private static HashSet<string> Folded(string words) => [.. words.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(WordForms.Fold)];
}
