using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using BiAssistant.Semantics.Catalogs;
using BiAssistant.Semantics.Metrics;

namespace BiAssistant.Tests.Semantics.Exporting;

/// <summary>Everything that a loaded catalog says, as text: two catalogs with one picture answer alike.</summary>
internal static class CatalogPicture
{
    public static string Of(Catalog catalog)
    {
        var text = new StringBuilder(catalog.Version).Append('\n');
        foreach (var model in catalog.Models)
        {
            Element(text, model.Name, model);
            foreach (var dataset in model.Datasets)
            {
                Element(text, dataset.Id, dataset);
                foreach (var field in dataset.Fields)
                {
                    Element(text, field.Id, field);
                }
            }

            foreach (var relationship in InOrder(model.Relationships))
            {
                Element(text, relationship.Name, relationship);
            }
        }

        foreach (var metric in catalog.Metrics)
        {
            Element(text, metric.Name, metric);
        }

        return text.ToString();
    }

    /// <summary>In which order ways are declared means nothing; those that Ossie has no place for come back after the others.</summary>
    private static IEnumerable<Relationship> InOrder(IEnumerable<Relationship> ways) => ways.OrderBy(way => way.Name, StringComparer.Ordinal);

    private static void Element(StringBuilder text, string name, object element)
    {
        text.Append(name).Append('\n');
        foreach (var property in Properties(element))
        {
            text.Append("  ").Append(property.Name).Append(": ");
            Write(text, property.GetValue(element));
            text.Append('\n');
        }
    }

    /// <summary>Elements that have a place of their own are told by name.</summary>
    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append('-');
                break;
            case SemanticModel or Dataset or Field or Relationship or Metric:
                text.Append(value is SemanticModel model ? model.Name : value is Dataset dataset ? dataset.Id : value is Field field ? field.Id : value is Relationship way ? way.Name : ((Metric)value).Name);
                break;
            case string or bool or Enum or int or decimal or TimeSpan or DateOnly or DateTime or long:
                text.Append('\'').Append(Convert.ToString(value, CultureInfo.InvariantCulture)).Append('\'');
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items is IEnumerable<Relationship> ways ? InOrder(ways) : items)
                {
                    Write(text, item);
                    text.Append(' ');
                }

                text.Append(']');
                break;
            default:
                text.Append(value.GetType().Name).Append('{');
                foreach (var property in Properties(value))
                {
                    text.Append(property.Name).Append('=');
                    Write(text, property.GetValue(value));
                    text.Append(' ');
                }

                text.Append('}');
                break;
        }
    }

    private static IEnumerable<PropertyInfo> Properties(object value) => value.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract")
        .OrderBy(p => p.Name, StringComparer.Ordinal);
}
