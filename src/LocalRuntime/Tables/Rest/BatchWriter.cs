namespace LocalRuntime.Tables.Rest;

/// <summary>Writes the response to a transaction: a part for each action, or for the action that failed.</summary>
static class BatchWriter
{
    const string Batch = "batchresponse";
    const string ChangeSet = "changesetresponse";

    static readonly HttpHeader ContentType = new("Content-Type", $"multipart/mixed; boundary={Batch}");
    static readonly byte[] Start = Encoding.ASCII.GetBytes(
        $"--{Batch}\r\nContent-Type: multipart/mixed; boundary={ChangeSet}\r\n\r\n");
    static readonly byte[] PartStart = Encoding.ASCII.GetBytes(
        $"--{ChangeSet}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 ");
    static readonly byte[] End = Encoding.ASCII.GetBytes($"--{ChangeSet}--\r\n--{Batch}--\r\n");

    public static RestResponse Answer(IReadOnlyList<string?>? etags, StorageError? error)
    {
        var size = Start.Length + End.Length + ((PartStart.Length + 64) * (etags?.Count ?? 4));
        var body = new ArrayBufferWriter<byte>(size);
        body.Write(Start);
        if (error is not null) WriteFailure(body, error);
        foreach (var etag in etags ?? []) WriteSuccess(body, etag);
        body.Write(End);
        return new RestResponse(202, body.WrittenSpan.ToArray(), ContentType);
    }

    static void WriteSuccess(ArrayBufferWriter<byte> body, string? etag)
    {
        body.Write(PartStart);
        body.Write("204 No Content\r\n"u8);
        if (etag is not null)
        {
            body.Write("ETag: "u8);
            Encoding.ASCII.GetBytes(etag, body);
            body.Write("\r\n"u8);
        }

        body.Write("\r\n\r\n"u8);
    }

    static void WriteFailure(ArrayBufferWriter<byte> body, StorageError error)
    {
        body.Write(PartStart);
        var status = error.Status.ToString(CultureInfo.InvariantCulture);
        Encoding.ASCII.GetBytes($"{status} {error.Code}\r\nContent-Type: application/json\r\n\r\n", body);
        TableRequests.WriteError(body, error);
        body.Write("\r\n"u8);
    }
}
