namespace LocalRuntime.Tables.Embedded;

/// <summary>The table service's limits. Each method returns the error of a value beyond them, else null.</summary>
static class EntityRules
{
    public const int MaxKeyLength = 1_024;

    const int MaxNameLength = 255;
    const int MaxProperties = 252;
    const int MaxStringLength = 32 * 1024;
    const int MaxBinaryLength = 64 * 1024;
    const int MaxEntitySize = 1024 * 1024;

    // U+0000 to U+001F and U+007F to U+009F are the control characters.
    static readonly SearchValues<char> Forbidden = SearchValues.Create(
    [
        '/', '\\', '#', '?',
        .. Enumerable.Range(0, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code),
    ]);

    static readonly DateTimeOffset MinInstant = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static StorageError? Violation(
        string partitionKey, string rowKey, IReadOnlyDictionary<string, object> properties) =>
        Key(partitionKey) ?? Key(rowKey)
        ?? (properties.Count > MaxProperties ? TableErrors.TooManyProperties : null)
        ?? properties.Select(Property).FirstOrDefault(error => error is not null)
        ?? (Size(partitionKey, rowKey, properties) > MaxEntitySize ? TableErrors.EntityTooLarge : null);

    public static StorageError? Key(string key) => key switch
    {
        { Length: > MaxKeyLength } => TableErrors.KeyValueTooLarge,
        _ when key.AsSpan().ContainsAny(Forbidden) => TableErrors.InvalidKey(key),
        _ => null,
    };

    static StorageError? Property(KeyValuePair<string, object> property) => (property.Key, property.Value) switch
    {
        ({ Length: > MaxNameLength }, _) => TableErrors.PropertyNameTooLong,
        ({ Length: 0 }, _) => TableErrors.PropertyNameInvalid,
        (var name, _) when !IsIdentifier(name) => TableErrors.PropertyNameInvalid,
        (_, string { Length: > MaxStringLength }) => TableErrors.PropertyValueTooLarge,
        (_, byte[] { Length: > MaxBinaryLength }) => TableErrors.PropertyValueTooLarge,
        (var name, DateTimeOffset instant) when instant < MinInstant => TableErrors.OutOfRange(name),
        _ => null,
    };

    static bool IsIdentifier(string name) =>
        (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');

    // The service documents the size: four bytes, the keys, and eight bytes with name and value for each property.
    static long Size(string partitionKey, string rowKey, IReadOnlyDictionary<string, object> properties) =>
        4 + (2L * (partitionKey.Length + rowKey.Length))
        + properties.Sum(property => 8 + (2L * property.Key.Length) + Size(property.Value));

    static int Size(object value) => value switch
    {
        string text => 4 + (2 * text.Length),
        byte[] bytes => 4 + bytes.Length,
        bool => 1,
        int => 4,
        Guid => 16,
        _ => 8,
    };
}
