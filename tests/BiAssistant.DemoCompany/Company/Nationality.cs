namespace BiAssistant.DemoCompany.Company;

/// <summary>A country that guests come from, and the names that they have there.</summary>
internal sealed record Nationality(string Code, int Weight, bool FamilyNameFirst, string Separator, IReadOnlyList<string> GivenNames, IReadOnlyList<string> FamilyNames)
{
    public static IReadOnlyList<(Nationality Value, int Weight)> All { get; } =
    [
        .. new Nationality[]
        {
            new("KR", 22, true, "", ["민준", "서연", "지호", "하은", "도윤", "지우", "예준", "수아", "현우", "지민", "은영", "상훈", "영희", "태호"], ["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임", "한", "오"]),
            new("JP", 14, false, " ", ["Haruto", "Yui", "Sota", "Aoi", "Ren", "Hina", "Kaito", "Sakura", "Daiki", "Mei", "Kenji", "Yoko"], ["Sato", "Suzuki", "Takahashi", "Tanaka", "Watanabe", "Ito", "Yamamoto", "Nakamura", "Kobayashi", "Kato"]),
            new("CN", 12, true, " ", ["Wei", "Fang", "Jie", "Min", "Lei", "Xiu", "Hao", "Ying", "Qiang", "Na", "Yu", "Ting"], ["Wang", "Li", "Zhang", "Liu", "Chen", "Yang", "Huang", "Zhao", "Wu", "Zhou"]),
            new("US", 16, false, " ", ["James", "Mary", "Robert", "Jennifer", "Michael", "Linda", "David", "Susan", "Emily", "Joshua", "Ashley", "Tyler"], ["Smith", "Johnson", "Williams", "Brown", "Garcia", "Miller", "Davis", "Martinez", "Wilson", "Anderson", "O'Brien"]),
            new("GB", 8, false, " ", ["Oliver", "Amelia", "George", "Isla", "Harry", "Freya", "Jack", "Poppy", "Alfie", "Charlotte"], ["Jones", "Taylor", "Davies", "Evans", "Thomas", "Roberts", "Walker", "Wright", "Clarke", "Green"]),
            new("FR", 7, false, " ", ["Léa", "Hugo", "Chloé", "Lucas", "Manon", "Théo", "Camille", "Jules", "Zoé", "Rémi"], ["Martin", "Bernard", "Dubois", "Moreau", "Laurent", "Lefèvre", "Roux", "Girard", "Fontaine", "Noël"]),
            new("DE", 7, false, " ", ["Lukas", "Mia", "Leon", "Hanna", "Jonas", "Lena", "Felix", "Sophie", "Björn", "Käthe"], ["Müller", "Schmidt", "Schneider", "Fischer", "Weber", "Wagner", "Schäfer", "Koch", "Bauer", "Groß"]),
            new("PT", 3, false, " ", ["João", "Maria", "Tiago", "Beatriz", "Rui", "Inês", "Gonçalo", "Rita"], ["Silva", "Santos", "Ferreira", "Pereira", "Oliveira", "Costa", "Simões", "Conceição"]),
            new("TH", 4, false, " ", ["Somchai", "Malee", "Anan", "Kanya", "Niran", "Pim", "Chai", "Ploy"], ["Srisai", "Wongsa", "Chaiyo", "Boonmee", "Suwan", "Thongdee", "Rattana", "Prasert"]),
            new("VN", 3, true, " ", ["Anh", "Bình", "Chi", "Dũng", "Hà", "Khánh", "Linh", "Phúc"], ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi"]),
            new("AU", 4, false, " ", ["Liam", "Matilda", "Noah", "Ruby", "Cooper", "Evie", "Lachlan", "Harper"], ["Kelly", "Ryan", "Murphy", "Campbell", "Hughes", "Mitchell", "King", "Baker"]),
        }.Select(nationality => (nationality, nationality.Weight)),
    ];

    public string FullName(string given, string family) => FamilyNameFirst ? family + Separator + given : given + Separator + family;
}
