using LocalRuntime.Tables.Entities;

namespace LocalRuntime.Tables.Embedded;

/// <summary>A write in the form in which it is stored.</summary>
sealed record PreparedWrite(EntityWrite Write, byte[] PartitionKey, byte[] RowKey, byte[] Properties)
{
    public static PreparedWrite Of(EntityWrite write) =>
        new(write, KeyBytes.Of(write.PartitionKey), KeyBytes.Of(write.RowKey), EntityJson.Write(write.Properties));
}
