using System.Collections.Frozen;
using System.Text.RegularExpressions;
using BiAssistant.Sql.Schemas;
using BiAssistant.Sql.Tree;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>What databases usually mean by a column of this name and type. Names are habits, not promises: whatever is taken from them is told as a guess.</summary>
internal sealed partial record ColumnHabits(ColumnSchema Column, NameWords Name)
{
    private static readonly FrozenSet<string> KeyWords = Words("id code number key uuid guid sequence serial pk");
    private static readonly FrozenSet<string> Unadded = Words("id code key uuid guid sequence serial year month day week quarter zip postal postcode latitude longitude version phone telephone mobile fax ordinal sort rank position line port floor step priority level hour minute dayofweek weekday");
    private static readonly FrozenSet<string> Averaged = Words("price rate ratio percent percentage score rating stars age average avg median temperature share probability duration height width length depth speed grade gpa elapsed latency factor yield density humidity pressure frequency interval margin utilization multiplier coefficient satisfaction fraction");
    private static readonly FrozenSet<string> Added = Words("amount quantity count total sum revenue sales cost fee tax discount profit budget payment paid units volume spend expense income deposit refund charge premium salary wage points clicks impressions views visits balance stock turnover gross net debit credit loss bonus commission tip shipping freight hours quantities weight capacity");
    private static readonly FrozenSet<string> Balances = Words("balance stock onhand inventory headcount outstanding");
    private static readonly FrozenSet<string> FlagBeginnings = Words("is has was can should allow allows enable enabled use");
    private static readonly FrozenSet<string> FlagEndings = Words("yn flag flg ind indicator tf bool");
    private static readonly FrozenSet<string> Codes = Words("code status type kind class category grade gender sex state level group division method channel reason tier segment gubun");
    private static readonly FrozenSet<string> Prose = Words("description note notes memo comment comments remark remarks text body content contents message summary bio");
    private static readonly FrozenSet<string> Whens = Words("date time day at on datetime timestamp moment when month");
    private static readonly FrozenSet<string> Creating = Words("create created creation insert inserted creating");
    private static readonly FrozenSet<string> Changing = Words("update updated modify modified change changed upd mod modification lastmodified refreshed synced loaded load etl");
    private static readonly FrozenSet<string> Doers = Words("by user id person usr emp employee program pgm ip");
    private static readonly FrozenSet<string> Deleting = Words("deleted delete del removed");
    private static readonly FrozenSet<string> Secret = Words("password passwd pwd secret salt token hash passphrase");
    private static readonly FrozenSet<string> Personal = Words("email mail phone telephone mobile cellphone fax ssn rrn jumin passport birth birthday birthdate dob iban");
    private static readonly FrozenSet<string> NotYetEvents = Words("birth birthday expiry expire expires expiration expired due end ended until to valid effective deadline target planned plan scheduled estimated expected deleted removed");

    /// <summary>The field's name in the catalog.</summary>
    public string Field { get; init; } = Column.Name;

    public static ColumnHabits Of(ColumnSchema column) => new(column, NameWords.Of(column.Name));

    public SqlTypeKind Kind => Column.Type?.Kind ?? SqlTypeKind.Unknown;

    public bool IsNumber => Column.Type?.IsNumeric ?? false;

    public bool IsWhole => Kind is SqlTypeKind.Integer or SqlTypeKind.BigInteger;

    public bool IsText => Kind == SqlTypeKind.Text;

    public bool IsTime => Column.Type?.IsTemporal ?? false;

    /// <summary>It tells a thing from others of its kind: the last word says so.</summary>
    public bool IsKey => Name.Words.Count > 0 && KeyWords.Contains(Name.Words[^1]);

    public bool LooksLikeFlag => Name.Parts.Count > 1 && (FlagBeginnings.Contains(Name.Parts[0]) || FlagEndings.Contains(Name.Parts[^1]));

    public bool LooksLikeCode => (IsText || IsWhole) && Name.Words.Any(Codes.Contains);

    public bool LooksLikeTime => Name.Words.Count > 0 && (Whens.Contains(Name.Words[^1]) || Name.Words[0] == "date");

    public bool IsProse => IsText && Name.Words.Any(Prose.Contains);

    /// <summary>When the row was made, by whoever keeps the database.</summary>
    public bool IsCreation => IsTime && Name.Words.Any(Creating.Contains);

    /// <summary>What the database keeps for itself: when and by whom a row was last touched.</summary>
    public bool IsAudit => (Name.Words.Any(Changing.Contains) && (IsTime || Name.Words.Any(Doers.Contains)))
        || (Name.Words.Any(w => Creating.Contains(w) || w is "registered" or "reg") && !IsTime && Name.Words.Any(Doers.Contains));

    /// <summary>It marks rows that no longer count for whoever keeps the database.</summary>
    public bool MarksDeleted => Name.Words.Any(Deleting.Contains) && (IsTime || LooksLikeFlag || Kind == SqlTypeKind.Boolean) && !Name.Words.Any(Doers.Contains);

    public bool IsSecret => Name.Words.Any(Secret.Contains) && !Name.Words.Any(w => w is "count" or "changed") && !IsTime;

    /// <summary>It says something about a person that not everyone should read.</summary>
    public bool IsPersonal => IsSecret
        || (Name.Words.Any(Personal.Contains) && (IsText || IsTime || IsNumber) && !Name.Words.Any(w => w is "count" or "verified" or "type" or "sent" or "template" or "subject" or "campaign"))
        || (Name.Words.Contains("card") && Name.Words.Contains("number"))
        || (IsText && (PersonalInKorean().IsMatch(Column.Name) || PersonalInKorean().IsMatch(Column.Comment ?? "")));

    /// <summary>How well a time tells when the thing of its table happened: lower is better; null when it tells something else.</summary>
    /// <param name="thing">What one row of the table is, in words.</param>
    public int? EventRank(string thing) => (IsTime, this) switch
    {
        (false, _) => null,
        (_, { IsAudit: true } or { MarksDeleted: true }) => null,
        (_, { IsCreation: true }) => 3,
        _ when Name.Words.Any(NotYetEvents.Contains) => null,
        _ when Name.Words.Any(w => thing.Split(' ').Contains(w)) || Name.Words.All(Whens.Contains) => 0,
        _ => 1,
    };

    /// <summary>What "total" or a bare mention of it means; null where nothing says it.</summary>
    /// <param name="isSnapshot">Rows of its table are states at several days.</param>
    public string? Aggregate(bool isSnapshot) => (IsNumber, Name.Words) switch
    {
        (false, _) => null,
        (_, { Count: > 0 } words) when Kind != SqlTypeKind.Double && Kind != SqlTypeKind.Decimal && (IsKey || words.Any(Unadded.Contains)) => "none",
        (_, var words) when words.Any(w => w is "latitude" or "longitude") || IsKey => "none",
        (_, var words) when words.Contains("total") || words.Contains("sum") => "sum",
        (_, var words) when words.Any(Averaged.Contains) || words.Contains("per") || (words.Count > 1 && words[0] == "unit") => "avg",
        (_, var words) when isSnapshot && words.Any(Balances.Contains) => "last",
        (_, var words) when words.Any(w => Added.Contains(w) || Added.Contains(EnglishNouns.Singular(w))) => "sum",
        _ => Korean(),
    };

    private string? Korean() => $"{Column.Name} {Column.Comment}" is var text && AveragedInKorean().IsMatch(text) ? "avg" : AddedInKorean().IsMatch(text) ? "sum" : UnaddedInKorean().IsMatch(text) ? "none" : null;

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex("주민|전화|휴대폰|핸드폰|연락처|이메일|비밀번호|카드번호|생년월일|계좌번호|여권")]
    private static partial Regex PersonalInKorean();

    [GeneratedRegex("단가|가격|비율|율(?![가-힣])|평균|점수|나이|연령|기간")]
    private static partial Regex AveragedInKorean();

    [GeneratedRegex("금액|매출|수량|합계|비용|수수료|세액|원가|인원|(수|액)(?![가-힣])")]
    private static partial Regex AddedInKorean();

    [GeneratedRegex("번호|코드|순번|연도|년도|아이디")]
    private static partial Regex UnaddedInKorean();
}
