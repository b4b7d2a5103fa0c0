using BiAssistant.Sql;

namespace BiAssistant.Answers.Catalogs;

/// <summary>The catalog on disk has errors, so the last good one goes on answering.</summary>
/// <param name="Since">When the first of the errors was seen.</param>
/// <param name="Issues">Every error there is now.</param>
public sealed record KeptCatalog(DateTimeOffset Since, Seq<Issue> Issues);
