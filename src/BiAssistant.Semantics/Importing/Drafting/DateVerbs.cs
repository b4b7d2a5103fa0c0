using System.Collections.Frozen;

namespace BiAssistant.Semantics.Importing.Drafting;

/// <summary>What has happened at a date that is named by the act: <c>hire_dt</c> is when somebody was hired.</summary>
internal static class DateVerbs
{
    private static readonly FrozenDictionary<string, string> Done = new Dictionary<string, string>
    {
        ["hire"] = "hired", ["join"] = "joined", ["ship"] = "shipped", ["shipping"] = "shipped", ["shipment"] = "shipped", ["deliver"] = "delivered", ["delivery"] = "delivered",
        ["open"] = "opened", ["opening"] = "opened", ["close"] = "closed", ["closing"] = "closed", ["cancel"] = "cancelled", ["cancellation"] = "cancelled", ["return"] = "returned",
        ["register"] = "registered", ["registration"] = "registered", ["sign"] = "signed", ["signup"] = "signed up", ["pay"] = "paid", ["purchase"] = "purchased", ["book"] = "booked",
        ["admission"] = "admitted", ["admit"] = "admitted", ["discharge"] = "discharged", ["enroll"] = "enrolled", ["enrollment"] = "enrolled", ["leave"] = "left",
        ["retire"] = "retired", ["retirement"] = "retired", ["launch"] = "launched", ["release"] = "released", ["publish"] = "published", ["build"] = "built", ["complete"] = "completed",
        ["completion"] = "completed", ["approve"] = "approved", ["approval"] = "approved", ["rent"] = "rented", ["issue"] = "issued", ["receive"] = "received", ["receipt"] = "received",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The participle; null when the name says no act.</summary>
    public static string? Of(NameWords name) => name.Words.ToArray() is [var act, "date" or "time" or "day" or "at" or "on" or "datetime"] ? Done.GetValueOrDefault(act) : null;
}
