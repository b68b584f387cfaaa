using LumenArgus.PluginRuntime.Isolation.Wire;

namespace LumenArgus.PluginRuntime.Isolation.Child;

/// <summary>A call of a detector while it runs in the plugin's process; can ask the host for the path of a field.</summary>
internal sealed class ChildCall(WireChannel channel, int number)
{
    private readonly object _gate = new();
    private string? _answer;

    public string PathOf(int field)
    {
        var question = new WireWriter();
        question.Number(field);
        lock (_gate)
        {
            _answer = null;
            channel.Send(MessageKind.PathWanted, number, question.Written);
            while (_answer is null)
            {
                Monitor.Wait(_gate);
            }

            return _answer;
        }
    }

    public void Answer(string path)
    {
        lock (_gate)
        {
            _answer = path;
            Monitor.PulseAll(_gate);
        }
    }
}
