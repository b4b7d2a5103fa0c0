using System.Collections.Frozen;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>Short forms that databases use in names, and the words that they stand for everywhere; one that has several meanings stands for none of them.</summary>
internal static class Abbreviations
{
    private static readonly FrozenDictionary<string, string> Known = Read(
        """
        acct account | acc account | addr address | amt amount | apt apartment | approx approximate | appt appointment | attr attribute | avg average | bal balance
        bday birthday | bldg building | brn branch | cat category | cd code | chg change | cnt count | cntry country | ctry country | ctgr category | ctgry category
        curr currency | ccy currency | cust customer | dept department | dpt department | desc description | descr description | det detail | dtl detail | disc discount
        del deleted | dob birth date | doc document | dt date | dtm time | dttm time | dttime time | emp employee | empl employee | equip equipment | fname first name | lname last name
        flg flag | freq frequency | gndr gender | grp group | gr grade | hist history | hrs hours | id id | idx index | img image | info information
        lang language | lat latitude | lng longitude | lon longitude | loc location | lvl level | max maximum | memb member | mbr member | mgr manager | min minimum
        mfr manufacturer | mnth month | mth month | mktg marketing | msg message | nbr number | nm name | num number | ord order | org organization | orig original
        pct percent | perc percent | pmt payment | pymt payment | ph phone | prc price | prd product | prod product | prodt product | proj project
        promo promotion | purch purchase | pwd password | qty quantity | qnty quantity | qtr quarter | rcpt receipt | recv received | rsn reason | rsvn reservation
        resv reservation | sched schedule | seq sequence | sess session | shp shipment | shpmt shipment | stdt start date | sts status | supp supplier | suppl supplier
        splr supplier | svc service | sys system | tel telephone | temp temperature | tm time | tot total | trx transaction | txn transaction | tran transaction
        trans transaction | ts time | typ type | upd updated | usr user | util utilization | uom unit of measure | val value | vend vendor | vndr vendor | vol volume
        whs warehouse | wh warehouse | wt weight | yr year | ymd date | ym month | yyyymm month | yyyymmdd date | zip zip code | whse warehouse | strt start | fr from
        """);

    /// <summary>What each may stand for, for whoever has to say it.</summary>
    private static readonly FrozenDictionary<string, string> Ambiguous = Read(
        """
        inv invoice or inventory | sal salary or sale | exp expense, expiry or experience | reg region or registration | dist district, distance or distributor
        rep report or representative | comp company or compensation | stat status or statistic | st state, street or status | pos position or point of sale
        est established or estimated | res reservation, result or resource | cap capacity or capital | div division or dividend | con contract or contact
        pt patient, point or part | sub subscription or subordinate | ref reference or refund | cl class or client | op operation, operator or option
        """);

    private static readonly FrozenSet<string> Acronyms = "id url uri sku vat isbn ip usd eur krw gbp jpy api vip kpi b2b b2c sms pdf ssn uuid guid gps iban hr it qr upc ean crm erp".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words that a part of a name stands for; the part itself when it is no short form.</summary>
    public static string Expand(string part, bool isLast) =>
        part is "no" ? (isLast ? "number" : part) : Known.GetValueOrDefault(part, part);

    /// <summary>What a part of a name may stand for; null when it is not ambiguous.</summary>
    public static string? MeaningsOf(string part) => Ambiguous.GetValueOrDefault(part);

    /// <summary>A word as people write it: ID, URL.</summary>
    public static string Written(string word) => Acronyms.Contains(word) ? word.ToUpperInvariant() : word;

    private static FrozenDictionary<string, string> Read(string text) => text
        .Split(['|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(entry => entry.Split(' ', 2))
        .ToFrozenDictionary(entry => entry[0], entry => entry[1], StringComparer.Ordinal);
}
