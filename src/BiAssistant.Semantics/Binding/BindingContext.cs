using BiAssistant.Semantics.Access;

namespace BiAssistant.Semantics.Binding;

/// <summary>Who asks, when (local to the model's time zone), and the language that issues are worded in (ISO 639-1).</summary>
public sealed record BindingContext(Asker As, DateTime Now, string Language = "en");
