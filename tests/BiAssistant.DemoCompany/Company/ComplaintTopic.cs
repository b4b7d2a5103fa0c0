namespace BiAssistant.DemoCompany.Company;

/// <summary>What a complaint may be about.</summary>
internal sealed record ComplaintTopic(string Code, string Name, int Weight)
{
    public static ComplaintTopic Noise { get; } = new("NOI", "Noise", 16);

    public static IReadOnlyList<(ComplaintTopic Value, int Weight)> All { get; } =
    [
        .. new ComplaintTopic[]
        {
            Noise,
            new("CLN", "Cleanliness", 18),
            new("STF", "Staff", 12),
            new("BIL", "Billing", 11),
            new("WIF", "Wi-Fi", 12),
            new("FOO", "Food", 9),
            new("RMC", "Room condition", 15),
            new("CHK", "Check-in", 7),
        }.Select(topic => (topic, topic.Weight)),
    ];
}
