namespace LocalRuntime.Tables;

/// <summary>Which .NET values the service has a type for.</summary>
static class EntityValue
{
    public static object ToStored(string name, object value) => value switch
    {
        string or int or long or double or bool or Guid or byte[] => value,
        DateTimeOffset instant => instant.ToUniversalTime(),
        DateTime instant => Utc(instant),
        BinaryData binary => binary.ToArray(),
        Enum constant => constant.ToString(),
        float number => (double)number,
        short number => (int)number,
        byte number => (int)number,
        _ => throw new NotSupportedException($"The property {name} is of type {value.GetType()}, for which tables have no type."),
    };

    public static object ToMember(EntityMember member, object value) => value switch
    {
        _ when member.Type.IsInstanceOfType(value) => value,
        string text when member.Type.IsEnum => Enum.Parse(member.Type, text),
        DateTimeOffset instant when member.Type == typeof(DateTime) => instant.UtcDateTime,
        byte[] bytes when member.Type == typeof(BinaryData) => BinaryData.FromBytes(bytes),
        int number when member.Type == typeof(double) => (double)number,
        double number when member.Type == typeof(float) => (float)number,
        int number when member.Type == typeof(short) => checked((short)number),
        int number when member.Type == typeof(byte) => checked((byte)number),
        _ => throw new InvalidCastException($"The property {member.Name} is stored as {value.GetType()} and cannot become {member.Type}."),
    };

    // The service reads a time without an offset as UTC.
    static DateTimeOffset Utc(DateTime instant) =>
        new(instant.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(instant, DateTimeKind.Utc) : instant.ToUniversalTime());
}
