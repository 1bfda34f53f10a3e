namespace Community.Platform;

/// <summary>
/// A field of an edit. Absent, which is the default, it changes nothing; present, it holds the new value, and null
/// clears an optional field.
/// </summary>
public readonly record struct Optional<T>(bool IsPresent, T? Value)
{
    public Optional(T? value)
        : this(IsPresent: true, value)
    {
    }

    /// <summary>True for a field that is present and null.</summary>
    public bool IsNull => IsPresent && Value is null;

    /// <summary>True for a field that is present and not null.</summary>
    public bool HasValue => IsPresent && Value is not null;

    /// <summary>The value after the edit of a field that has <paramref name="current"/>.</summary>
    public T? Or(T? current) => IsPresent ? Value : current;

    /// <summary>The field with another value; an absent one stays absent.</summary>
    public Optional<TOther?> Map<TOther>(Func<T?, TOther?> map) => IsPresent ? new(map(Value)) : default;
}
