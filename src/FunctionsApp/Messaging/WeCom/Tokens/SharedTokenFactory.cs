using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Messaging.WeCom.Tokens;

/// <summary>Makes what keeps the tokens of a source.</summary>
public sealed class SharedTokenFactory(
    WeComTable table,
    WeComSettings settings,
    IdSource ids,
    TimeProvider clock,
    WeComTiming timing,
    ILogger<SharedToken> log)
{
    public SharedToken Create(TokenSource source) => new(source, table, settings, ids, clock, timing, log);
}
