using System.Globalization;
using System.Text;
using LumenArgus.FunctionalTests.Product;

namespace LumenArgus.FunctionalTests.Coverage;

/// <summary>A random JSON value with something to be found at a random place in it, in one of the ways that JSON has to write it.</summary>
internal sealed class RandomJson
{
    private const int MaxDepth = 6;

    // A card number that no bank has issued.
    private const string Card = "4716" + "9034" + "1187" + "2361";

    private readonly Random _random;
    private readonly StringBuilder _json = new();
    private readonly int _plantAt;
    private int _places;

    private RandomJson(int seed, int plantAt)
    {
        _random = new Random(seed);
        _plantAt = plantAt;
        Value(0, canBePlain: false);
    }

    /// <summary>A value with nothing to be found.</summary>
    public static string Clean(int seed) => new RandomJson(seed, -1)._json.ToString();

    /// <summary>The same value with something to be found.</summary>
    public static string Planted(int seed)
    {
        var places = new RandomJson(seed, -1)._places;
        return new RandomJson(seed, places == 0 ? 0 : seed * 7919 % places)._json.ToString();
    }

    private void Value(int depth, bool canBePlain = true)
    {
        switch (_random.Next(depth >= MaxDepth ? 3 : 6) + (canBePlain ? 0 : 3))
        {
            case 0:
                Number();
                break;
            case 1:
                _json.Append(_random.Next(3) switch { 0 => "true", 1 => "false", _ => "null" });
                break;
            case 2:
                Text();
                break;
            case 3 or 6:
                List(depth);
                break;
            default:
                Object(depth);
                break;
        }
    }

    private void List(int depth)
    {
        _json.Append('[').Append(Space());
        var count = _random.Next(depth == 0 ? 1 : 0, 5);
        for (var i = 0; i < count; i++)
        {
            _json.Append(i > 0 ? "," : "").Append(Space());
            Value(depth + 1);
        }

        // The whole body must have a place.
        if (depth == 0)
        {
            _json.Append(',');
            Text();
        }

        _json.Append(Space()).Append(']');
    }

    private void Object(int depth)
    {
        _json.Append('{').Append(Space());
        var count = _random.Next(1, 5);
        for (var i = 0; i < count; i++)
        {
            _json.Append(i > 0 ? "," : "").Append(Space());
            Name(i);
            _json.Append(Space()).Append(':').Append(Space());
            Value(depth + 1);
        }

        _json.Append('}');
    }

    private void Name(int number)
    {
        var name = Word() + number.ToString(CultureInfo.InvariantCulture);
        var escape = _random.Next(4) == 0;
        Quote(IsPlanted() ? Bodies.AwsKey : name, escape);
    }

    private void Text()
    {
        var before = _random.Next(3) == 0 ? Word() + " \u00e9\n" : "";
        var after = _random.Next(3) == 0 ? "\t\"" + Word() : "";
        var word = Word();
        var escape = _random.Next(3) == 0;
        Quote(before + (IsPlanted() ? Bodies.AwsKey : word) + after, escape);
    }

    private void Number()
    {
        var number = _random.Next(1000).ToString(CultureInfo.InvariantCulture);
        _json.Append(IsPlanted() ? Card : number);
    }

    private bool IsPlanted() => _places++ == _plantAt;

    private void Quote(string text, bool escape)
    {
        _json.Append('"');
        foreach (var c in text)
        {
            if (escape || c is '"' or '\\' || char.IsControl(c))
            {
                _json.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
            else
            {
                _json.Append(c);
            }
        }

        _json.Append('"');
    }

    private string Word() => new([.. Enumerable.Range(0, _random.Next(1, 8)).Select(_ => (char)('a' + _random.Next(26)))]);

    private string Space() => _random.Next(4) switch { 0 => " ", 1 => "\n\t", _ => "" };
}
