using System.Globalization;

namespace FakeWeCom;

/// <summary>A callback as it travels: the query of the address, and the body of a POST (null for the echo).</summary>
public sealed record FakeCallback(string Query, string? Body);

/// <summary>
/// The callbacks of a corporation. They wait until <see cref="DeliverAsync"/>, where some are lost, repeated or in
/// another order.
/// </summary>
public sealed class FakeCallbacks(FakeCorp corp, TimeProvider clock, Random random)
{
    const int Retries = 3;

    readonly Lock sync = new();
    readonly List<string> waiting = [];

    /// <summary>Takes a callback; false stands for any answer that is not 200 in time.</summary>
    public Func<FakeCallback, Task<bool>> Receiver { get; set; } = _ => Task.FromResult(true);

    /// <summary>The share of callbacks that never arrive.</summary>
    public double Lost { get; set; }

    /// <summary>The share of callbacks that arrive twice.</summary>
    public double Repeated { get; set; }

    /// <summary>True when the callbacks of a delivery arrive in any order.</summary>
    public bool AreReordered { get; set; }

    public int Waiting
    {
        get
        {
            lock (sync) return waiting.Count;
        }
    }

    /// <summary>Delivers what waits; returns how many callbacks the receiver took.</summary>
    public async Task<int> DeliverAsync()
    {
        var taken = 0;
        foreach (var xml in Draw())
        {
            for (var attempt = 0; attempt <= Retries; attempt++)
            {
                if (!await Receiver(Seal(xml))) continue;
                taken++;
                break;
            }
        }

        return taken;
    }

    /// <summary>
    /// The check of the address when it is entered in the admin console: the answer must be the text.
    /// </summary>
    public FakeCallback Echo(string text)
    {
        var (timestamp, nonce, encrypted) = Encrypt(text);
        var signature = FakeCipher.Sign(corp.CallbackToken, timestamp, nonce, encrypted);
        return new($"{QueryOf(signature, timestamp, nonce)}&echostr={Uri.EscapeDataString(encrypted)}", Body: null);
    }

    /// <summary>A message, encrypted and signed.</summary>
    public FakeCallback Seal(string xml)
    {
        var (timestamp, nonce, encrypted) = Encrypt(xml);
        return new(
            QueryOf(FakeCipher.Sign(corp.CallbackToken, timestamp, nonce, encrypted), timestamp, nonce),
            $"<xml><ToUserName><![CDATA[{corp.CorpId}]]></ToUserName><AgentID><![CDATA[{corp.AgentId}]]></AgentID>"
            + $"<Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>");
    }

    internal void Add(string chatId, string changeType, string fields = "")
    {
        var xml = $"<xml><ToUserName><![CDATA[{corp.CorpId}]]></ToUserName>"
            + "<FromUserName><![CDATA[sys]]></FromUserName>"
            + $"<CreateTime>{clock.GetUtcNow().ToUnixTimeSeconds()}</CreateTime>"
            + "<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_external_chat]]></Event>"
            + $"<ChatId><![CDATA[{chatId}]]></ChatId><ChangeType><![CDATA[{changeType}]]></ChangeType>{fields}</xml>";
        lock (sync) waiting.Add(xml);
    }

    List<string> Draw()
    {
        lock (sync)
        {
            List<string> drawn = [];
            foreach (var xml in waiting)
            {
                if (random.NextDouble() < Lost) continue;
                drawn.Add(xml);
                if (random.NextDouble() < Repeated) drawn.Add(xml);
            }

            waiting.Clear();
            if (!AreReordered) return drawn;
            var shuffled = drawn.ToArray();
            random.Shuffle(shuffled);
            return [.. shuffled];
        }
    }

    (string Timestamp, string Nonce, string Encrypted) Encrypt(string text)
    {
        var bytes = new byte[16];
        lock (sync) random.NextBytes(bytes);
        return (
            clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            Convert.ToHexStringLower(bytes)[..10],
            FakeCipher.Encrypt(corp.CallbackKey, corp.CorpId, text, bytes));
    }

    static string QueryOf(string signature, string timestamp, string nonce) =>
        $"msg_signature={signature}&timestamp={timestamp}&nonce={nonce}";
}
