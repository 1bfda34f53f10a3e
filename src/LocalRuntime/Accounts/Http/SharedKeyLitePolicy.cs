using System.Globalization;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Core.Pipeline;

namespace LocalRuntime.Accounts;

/// <summary>Signs requests to the table service: the date and the resource.</summary>
sealed partial class SharedKeyLitePolicy(string accountName, string accountKey) : HttpPipelineSynchronousPolicy
{
    readonly AccountKey key = new(accountKey);

    public override void OnSendingRequest(HttpMessage message)
    {
        var date = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        message.Request.Headers.SetValue("x-ms-date", date);
        var signature = key.Sign($"{date}\n{Resource(message.Request.Uri.ToUri())}");
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {accountName}:{signature}");
    }

    string Resource(Uri uri)
    {
        var comp = Component().Match(uri.Query);
        return $"/{accountName}{uri.AbsolutePath}{(comp.Success ? $"?comp={comp.Groups["value"].Value}" : "")}";
    }

    [GeneratedRegex("[?&]comp=(?<value>[^&]*)", RegexOptions.NonBacktracking)]
    private static partial Regex Component();
}
