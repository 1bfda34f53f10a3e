namespace LocalRuntime.Tables.Filters;

/// <summary>Parses OData filters; throws <see cref="FormatException"/> for any other text.</summary>
sealed class FilterParser
{
    readonly IEnumerator<FilterToken> tokens;

    FilterParser(string filter)
    {
        tokens = FilterLexer.Tokens(filter).GetEnumerator();
        tokens.MoveNext();
    }

    public static Filter Parse(string filter)
    {
        try
        {
            var parser = new FilterParser(filter);
            var parsed = parser.Or();
            parser.Take(FilterTokenKind.End);
            return parsed;
        }
        catch (OverflowException tooLarge)
        {
            throw new FormatException("A number is out of range.", tooLarge);
        }
    }

    Filter Or()
    {
        var left = And();
        while (TryTakeWord("or")) left = new Filter.Or(left, And());
        return left;
    }

    Filter And()
    {
        var left = Not();
        while (TryTakeWord("and")) left = new Filter.And(left, Not());
        return left;
    }

    Filter Not() => TryTakeWord("not") ? new Filter.Not(Not()) : Term();

    Filter Term()
    {
        if (tokens.Current.Kind != FilterTokenKind.Open) return Comparison();
        Take(FilterTokenKind.Open);
        var inner = Or();
        Take(FilterTokenKind.Close);
        return inner;
    }

    Filter.Comparison Comparison()
    {
        if (tokens.Current.Kind == FilterTokenKind.Literal)
        {
            var literal = Take(FilterTokenKind.Literal).Value!;
            var mirrored = Mirrored(Operator());
            return new Filter.Comparison(Take(FilterTokenKind.Word).Text, mirrored, literal);
        }

        // A property without an operator is a boolean.
        var property = Take(FilterTokenKind.Word).Text;
        return tokens.Current is { Kind: FilterTokenKind.End or FilterTokenKind.Close } or { Text: "and" or "or" }
            ? new Filter.Comparison(property, ComparisonOperator.Equal, true)
            : new Filter.Comparison(property, Operator(), Take(FilterTokenKind.Literal).Value!);
    }

    ComparisonOperator Operator() => Take(FilterTokenKind.Word).Text switch
    {
        "eq" => ComparisonOperator.Equal,
        "ne" => ComparisonOperator.NotEqual,
        "gt" => ComparisonOperator.GreaterThan,
        "ge" => ComparisonOperator.GreaterThanOrEqual,
        "lt" => ComparisonOperator.LessThan,
        "le" => ComparisonOperator.LessThanOrEqual,
        var other => throw new FormatException($"{other} is no operator."),
    };

    static ComparisonOperator Mirrored(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.GreaterThan => ComparisonOperator.LessThan,
        ComparisonOperator.GreaterThanOrEqual => ComparisonOperator.LessThanOrEqual,
        ComparisonOperator.LessThan => ComparisonOperator.GreaterThan,
        ComparisonOperator.LessThanOrEqual => ComparisonOperator.GreaterThanOrEqual,
        _ => comparison,
    };

    bool TryTakeWord(string word)
    {
        if (tokens.Current is not { Kind: FilterTokenKind.Word } current || current.Text != word) return false;
        tokens.MoveNext();
        return true;
    }

    FilterToken Take(FilterTokenKind kind)
    {
        var current = tokens.Current;
        if (current.Kind != kind)
            throw new FormatException($"{kind} was expected where the filter has '{current.Text}'.");
        tokens.MoveNext();
        return current;
    }
}
