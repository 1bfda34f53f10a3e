namespace LocalRuntime.Tables;

/// <summary>A write in the form in which it is stored, made ready by whoever asks for it: the store's one writer is waited for by everyone.</summary>
sealed record PreparedWrite(EntityWrite Write, byte[] PartitionKey, byte[] RowKey, byte[] Properties)
{
    public static PreparedWrite Of(EntityWrite write) =>
        new(write, KeyBytes.Of(write.PartitionKey), KeyBytes.Of(write.RowKey), EntityJson.Write(write.Properties));
}
