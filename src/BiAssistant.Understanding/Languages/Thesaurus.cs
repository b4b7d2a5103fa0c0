using System.Collections.Frozen;
using BiAssistant.Understanding.Tokens;

namespace BiAssistant.Understanding.Languages;

/// <summary>
/// Words of business talk that mean the same wherever they stand in a name: "women" and "female", "electricity" and "power", 법인 and 기업. Only words that nobody would tell apart;
/// a catalog's own words always come first.
/// </summary>
internal static class Thesaurus
{
    private const int MostWords = 4;

    private static readonly string[][] English =
    [
        ["female", "women", "ladies"], ["male", "men", "gentlemen"], ["individual", "private person"],
        ["employee", "staff member", "member of staff", "staff", "personnel"], ["customer", "client"], ["supplier", "vendor"], ["store", "shop"], ["doctor", "physician"], ["student", "pupil"], ["lecturer", "instructor"], ["supervisor", "boss"],
        ["country", "nation"], ["town", "city"],
        ["revenue", "sales"], ["expense", "expenditure", "spending", "spend", "outlay"], ["refund", "reimbursement"], ["discount", "rebate"], ["quantity", "units"],
        ["canceled", "called off"], ["completed", "finished"], ["rejected", "declined", "denied", "refused", "turned down"], ["approved", "accepted", "granted"], ["terminated", "ended"],
        ["outstanding", "unpaid"], ["overdue", "past due"], ["urgent", "emergency"], ["critical", "severe"], ["inactive", "dormant"],
        ["maintenance", "servicing", "upkeep"], ["accident", "crash"], ["damaged", "broken"], ["defective", "faulty"], ["theft", "stolen"],
        ["phone", "telephone"], ["email", "e mail", "mail"], ["online", "internet", "web"], ["bank transfer", "wire transfer"],
        ["birth date", "date of birth", "birthday", "birthdate"], ["hire date", "date hired", "hiring date"], ["join date", "joining date"], ["postcode", "postal code", "zip code"],
        ["average check", "average ticket", "average bill"], ["headcount", "head count"], ["consumption", "usage"], ["generation", "production", "output"],
        ["main course", "main dish", "entree"], ["starter", "appetizer", "appetiser"], ["drink", "beverage"], ["takeaway", "takeout", "take out", "to go"], ["dine in", "eat in"],
        ["comment", "remark"], ["full time", "fulltime"], ["part time", "parttime"], ["children", "kids"],
    ];

    private static readonly string[][] Korean =
    [
        ["여성", "여자"], ["남성", "남자"], ["법인", "기업"], ["직원", "사원", "임직원", "종업원"], ["고객", "손님"], ["공급업체", "공급사", "납품업체"], ["상품", "제품"], ["지점", "영업점"], ["매장", "점포"],
        ["매출", "매출액", "판매액"], ["금액", "액수"], ["사유", "이유"], ["유형", "종류", "타입"], ["연령", "나이"], ["급여", "월급", "봉급"], ["거절", "거부", "반려"], ["승인", "허가"], ["긴급", "응급"], ["점검", "검사"], ["고장", "장애"],
        ["온라인", "인터넷"], ["이메일", "메일"], ["생년월일", "생일"], ["사용량", "소비량", "이용량"], ["발전량", "생산량"], ["권역", "지역"], ["강사", "선생님"],
        ["포장", "테이크아웃"], ["별점", "평점"], ["후기", "리뷰"], ["메모", "비고"], ["체납", "미납", "연체"],
    ];

    /// <summary>What means the same only within a longer name: electricity consumption, and not electricity among other kinds of energy.</summary>
    private static readonly string[][] WithinNames = [["electricity", "power", "energy"], ["cost", "bill", "expense"], ["전력", "전기"]];

    private static readonly FrozenDictionary<string, string[]> Others = Table(English.Concat(Korean));

    private static readonly FrozenDictionary<string, string[]> OthersWithin = Table(English.Concat(Korean).Concat(WithinNames));

    private static FrozenDictionary<string, string[]> Table(IEnumerable<string[]> sets) => sets.SelectMany(set => set.Select(word => (Key: Folded(word), Others: set.Where(other => Folded(other) != Folded(word)))))
        .GroupBy(w => w.Key).ToFrozenDictionary(g => g.Key, g => g.SelectMany(w => w.Others).Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>The same name with one of its words, or two, said in another way, and that way; none for long names.</summary>
    public static IEnumerable<(string Name, string Word)> OtherNames(string name)
    {
        var words = name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MostWords)
        {
            yield break;
        }

        for (var length = Math.Min(3, words.Length); length > 0; length--)
        {
            for (var start = 0; start + length <= words.Length; start++)
            {
                foreach (var other in (words.Length > 1 ? OthersWithin : Others).GetValueOrDefault(Folded(string.Join(' ', words.Skip(start).Take(length))), []))
                {
                    yield return (string.Join(' ', words.Take(start).Append(other).Concat(words.Skip(start + length))), other);
                }
            }
        }
    }

    private static string Folded(string words) => string.Join(' ', words.Split(' ').Select(WordForms.Fold));
}
