namespace LocalRuntime.DurableTask.Replay;

/// <summary>GUIDs of RFC 9562 version 5: a name always gives the same GUID.</summary>
static class NameBasedGuid
{
    static readonly byte[] Namespace = new Guid("5f4a2f57-9d3c-4b2b-8a53-0f6a4f6c9d11").ToByteArray(bigEndian: true);

    public static Guid From(string name)
    {
#pragma warning disable CA5350 // version 5 is defined with SHA-1; the GUID protects no secret
        var hash = SHA1.HashData([.. Namespace, .. Encoding.UTF8.GetBytes(name)]).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
