namespace FakeWeCom;

/// <summary>Faults of calls by path, such as <c>externalcontact/groupchat/get</c>.</summary>
public sealed class FakeFaults
{
    readonly Dictionary<string, Queue<int>> errors = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> lostAnswers = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> cutConnections = new(StringComparer.Ordinal);
    readonly Dictionary<string, TimeSpan> delays = new(StringComparer.Ordinal);

    /// <summary>The next calls of the path do nothing and answer the error.</summary>
    public void Fail(string path, int code, int times = 1)
    {
        if (!errors.TryGetValue(path, out var queue)) errors[path] = queue = new();
        for (var i = 0; i < times; i++) queue.Enqueue(code);
    }

    /// <summary>The next calls of the path are carried out, and their answers are lost.</summary>
    public void LoseAnswers(string path, int times = 1) => lostAnswers[path] = times;

    /// <summary>The next calls of the path do not reach the platform.</summary>
    public void CutConnections(string path, int times = 1) => cutConnections[path] = times;

    /// <summary>Calls of the path take so long.</summary>
    public void Delay(string path, TimeSpan delay) => delays[path] = delay;

    internal int? TakeError(string path) =>
        errors.TryGetValue(path, out var queue) && queue.TryDequeue(out var code) ? code : null;

    internal bool TakeLostAnswer(string path) => Take(lostAnswers, path);

    internal bool TakeCutConnection(string path) => Take(cutConnections, path);

    internal TimeSpan DelayOf(string path) => delays.GetValueOrDefault(path);

    static bool Take(Dictionary<string, int> times, string path)
    {
        if (times.GetValueOrDefault(path) is 0) return false;
        times[path]--;
        return true;
    }
}
