using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace FunctionsApp.Selling.Conversions.Votes;

/// <summary>The body of a vote: a form with one field.</summary>
static class VoteForm
{
    const int MaxLength = 100;

    /// <summary>The number of the option, from 1 to <paramref name="options"/>; null for anything else.</summary>
    public static int? ReadOption(byte[] body, string field, int options)
    {
        if (body.Length > MaxLength) return null;
        var values = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body)).GetValueOrDefault(field);
        return values.Count == 1
            && int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var option)
            && option >= 1
            && option <= options
                ? option
                : null;
    }
}
