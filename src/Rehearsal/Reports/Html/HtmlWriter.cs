using System.Globalization;
using System.Net;
using System.Text;

namespace Rehearsal.Reports.Html;

/// <summary>
/// Writes HTML from interpolated strings: what they contain in braces is escaped, their literal text is markup.
/// </summary>
sealed class HtmlWriter
{
    readonly StringBuilder text = new();

    public void Write(FormattableString markup) =>
        text.AppendFormat(EscapingFormat.Instance, markup.Format, markup.GetArguments());

    /// <summary>Writes text that is markup itself and that no plan can change.</summary>
    public void WriteTrusted(string markup) => text.Append(markup);

    public override string ToString() => text.ToString();

    /// <summary>Formats each argument in the invariant culture and escapes it.</summary>
    sealed class EscapingFormat : IFormatProvider, ICustomFormatter
    {
        public static EscapingFormat Instance { get; } = new();

        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

        public string Format(string? format, object? arg, IFormatProvider? formatProvider)
        {
            var value = arg is IFormattable formattable
                ? formattable.ToString(format, CultureInfo.InvariantCulture)
                : arg?.ToString();
            return WebUtility.HtmlEncode(value ?? "");
        }
    }
}
