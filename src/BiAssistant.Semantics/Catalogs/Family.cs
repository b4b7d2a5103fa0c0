using BiAssistant.Sql;

namespace BiAssistant.Semantics.Catalogs;

/// <summary>Many datasets of one shape, made from a template.</summary>
/// <param name="Template">Name of the dataset that served as template.</param>
/// <param name="Members">Names of the datasets that were made.</param>
public sealed record Family(string Name, string Template, Seq<string> Members);
