using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using BiAssistant.Semantics.Catalogs;

namespace BiAssistant.Tests.Semantics.Loading;

/// <summary>Everything that can be read of a catalog, element by element, as text: two catalogs with one image answer every question alike.</summary>
internal sealed class CatalogImage
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<object, int> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<object> _pending = new();

    public static string Of(Catalog catalog)
    {
        var image = new CatalogImage();
        image.Value(catalog);
        while (image._pending.TryDequeue(out var next))
        {
            image.Element(next);
        }

        return image._text.ToString();
    }

    private void Element(object element)
    {
        _text.Append('\n').Append(_seen[element]).Append(' ').Append(element.GetType().Name);
        foreach (var property in element.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.GetIndexParameters().Length == 0 && p.Name != "EqualityContract"))
        {
            _text.Append(' ').Append(property.Name).Append('=');
            Value(property.GetValue(element));
        }
    }

    private void Value(object? value)
    {
        switch (value)
        {
            case null or string or bool or Enum or IFormattable:
                _text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
            case IEnumerable items:
                _text.Append('[');
                foreach (var item in items)
                {
                    Value(item);
                    _text.Append(',');
                }

                _text.Append(']');
                break;
            default:
                if (_seen.TryAdd(value, _seen.Count))
                {
                    _pending.Enqueue(value);
                }

                _text.Append('#').Append(_seen[value]);
                break;
        }
    }
}
