using System.Globalization;
using System.Text;

namespace LocalRuntime.Tables;

/// <summary>A transaction in multipart/mixed: one change set of HTTP requests.</summary>
sealed class BatchRequest
{
    readonly string batch = $"batch_{Guid.NewGuid()}";
    readonly string changeSet = $"changeset_{Guid.NewGuid()}";

    public BatchRequest(string root, IEnumerable<TableRequest> requests)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\r\n" };
        text.WriteLine($"--{batch}");
        text.WriteLine($"Content-Type: multipart/mixed; boundary={changeSet}");
        text.WriteLine();
        foreach (var request in requests) Write(text, root, request);
        text.WriteLine($"--{changeSet}--");
        text.WriteLine();
        text.WriteLine($"--{batch}--");
        Body = Encoding.UTF8.GetBytes(text.ToString());
    }

    public string ContentType => $"multipart/mixed; boundary={batch}";

    public byte[] Body { get; }

    void Write(StringWriter text, string root, TableRequest request)
    {
        text.WriteLine($"--{changeSet}");
        text.WriteLine("Content-Type: application/http");
        text.WriteLine("Content-Transfer-Encoding: binary");
        text.WriteLine();
        text.WriteLine($"{request.Method} {root}{request.Path} HTTP/1.1");
        text.WriteLine("Accept: application/json;odata=minimalmetadata");
        text.WriteLine("DataServiceVersion: 3.0");
        if (request.IfMatch is { } etag) text.WriteLine($"If-Match: {etag}");
        if (request.Body is { } body)
        {
            text.WriteLine("Content-Type: application/json");
            text.WriteLine("Prefer: return-no-content");
            text.WriteLine();
            text.Write(Encoding.UTF8.GetString(body));
        }

        text.WriteLine();
    }
}
