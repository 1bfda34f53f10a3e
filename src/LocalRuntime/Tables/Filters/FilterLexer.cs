namespace LocalRuntime.Tables.Filters;

/// <summary>A token of a filter: a name or operator, the value of a literal, or a parenthesis.</summary>
readonly record struct FilterToken(FilterTokenKind Kind, string Text, object? Value = null);

enum FilterTokenKind { Word, Literal, Open, Close, End }

static class FilterLexer
{
    public static IEnumerable<FilterToken> Tokens(string filter)
    {
        var at = 0;
        while (true)
        {
            while (at < filter.Length && char.IsWhiteSpace(filter[at])) at++;
            if (at == filter.Length) break;
            yield return Next(filter, ref at);
        }

        yield return new(FilterTokenKind.End, "");
    }

    static FilterToken Next(string filter, ref int at)
    {
        switch (filter[at])
        {
            case '(': at++; return new(FilterTokenKind.Open, "(");
            case ')': at++; return new(FilterTokenKind.Close, ")");
            case '\'': return new(FilterTokenKind.Literal, "", Quoted(filter, ref at));
            default: break;
        }

        var start = at;
        while (at < filter.Length && !char.IsWhiteSpace(filter[at]) && filter[at] is not ('(' or ')' or '\'')) at++;
        var word = filter[start..at];
        if (at < filter.Length && filter[at] == '\'')
            return new(FilterTokenKind.Literal, word, Typed(word, Quoted(filter, ref at)));
        return Unquoted(word) is { } value
            ? new(FilterTokenKind.Literal, word, value)
            : new(FilterTokenKind.Word, word);
    }

    // A quote inside a text is doubled.
    static string Quoted(string filter, ref int at)
    {
        var text = new StringBuilder();
        for (at++; at < filter.Length; at++)
        {
            if (filter[at] != '\'') text.Append(filter[at]);
            else if (at + 1 < filter.Length && filter[at + 1] == '\'') text.Append(filter[at++]);
            else
            {
                at++;
                return text.ToString();
            }
        }

        throw new FormatException("A text is not closed.");
    }

    static object Typed(string prefix, string text) => prefix switch
    {
        "datetime" => DateTimeOffset.Parse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        "guid" => Guid.Parse(text),
        "X" or "binary" => Convert.FromHexString(text),
        _ => throw new FormatException($"No literal begins with {prefix}."),
    };

    // Null for a name or operator.
    static object? Unquoted(string word) => word switch
    {
        "true" => true,
        "false" => false,
        "NaN" => double.NaN,
        "INF" => double.PositiveInfinity,
        "-INF" => double.NegativeInfinity,
        _ when word[0] is not ('-' or '+' or '.' or (>= '0' and <= '9')) => null,
        [.. var digits, 'L' or 'l'] => long.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        _ when int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
            number,
        _ => double.Parse(word, NumberStyles.Float, CultureInfo.InvariantCulture),
    };
}
