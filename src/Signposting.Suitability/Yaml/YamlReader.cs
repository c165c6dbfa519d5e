using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Signposting.Suitability.Yaml;

/// <summary>
/// Reads one document of plain data. Anchors, aliases and tags are refused: they let a small text grow without end or
/// name types, and no rule needs them. So are a key that comes twice and a second document.
/// </summary>
internal sealed class YamlReader
{
    private readonly Parser _parser;
    private int _nodes;

    private YamlReader(string text) => _parser = new Parser(new StringReader(text));

    /// <exception cref="YamlRefusedException">The text is refused; says where and why.</exception>
    internal static YamlMapping Read(string text)
    {
        if (text.Length > YamlLimits.Characters)
        {
            throw new YamlRefusedException($"The file is longer than {YamlLimits.Characters / 1024} KB.", 1, 1);
        }

        try
        {
            return new YamlReader(text).ReadDocument();
        }
        catch (YamlException error)
        {
            throw new YamlRefusedException("This is no valid YAML: " + error.Message, (int)error.Start.Line, (int)error.Start.Column);
        }
    }

    private YamlMapping ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            throw new YamlRefusedException("The file is empty.", 1, 1);
        }

        _parser.Consume<DocumentStart>();
        var root = ReadNode(depth: 1);
        _parser.Consume<DocumentEnd>();
        if (!_parser.Accept<StreamEnd>(out _))
        {
            throw new YamlRefusedException("The file holds a second document.", LineOf(_parser.Current), 1);
        }

        return root as YamlMapping ?? throw new YamlRefusedException("The file has to be a mapping of names to values.", root.Line, root.Column);
    }

    private YamlNode ReadNode(int depth)
    {
        var at = _parser.Current ?? throw new YamlRefusedException("The file ends too early.", 1, 1);
        var (line, column) = ((int)at.Start.Line, (int)at.Start.Column);
        if (depth > YamlLimits.Depth)
        {
            throw new YamlRefusedException($"The file is nested more than {YamlLimits.Depth} deep.", line, column);
        }

        if (++_nodes > YamlLimits.Nodes)
        {
            throw new YamlRefusedException($"The file holds more than {YamlLimits.Nodes} values.", line, column);
        }

        RefuseWhatIsNoData(at, line, column);
        return at switch
        {
            Scalar => ReadScalar(line, column),
            SequenceStart => ReadSequence(depth, line, column),
            MappingStart => ReadMapping(depth, line, column),
            _ => throw new YamlRefusedException("A value is missing here.", line, column),
        };
    }

    private static void RefuseWhatIsNoData(ParsingEvent at, int line, int column)
    {
        if (at is AnchorAlias)
        {
            throw new YamlRefusedException("Aliases (*name) are not allowed: write the value out.", line, column);
        }

        if (at is NodeEvent { Anchor.IsEmpty: false })
        {
            throw new YamlRefusedException("Anchors (&name) are not allowed.", line, column);
        }

        if (at is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
        {
            throw new YamlRefusedException("Tags (!name) are not allowed.", line, column);
        }
    }

    private YamlScalar ReadScalar(int line, int column) => new(_parser.Consume<Scalar>().Value, line, column);

    private YamlSequence ReadSequence(int depth, int line, int column)
    {
        _parser.Consume<SequenceStart>();
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new YamlSequence(items, line, column);
    }

    private YamlMapping ReadMapping(int depth, int line, int column)
    {
        _parser.Consume<MappingStart>();
        var entries = new List<KeyValuePair<YamlScalar, YamlNode>>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (ReadNode(depth + 1) is not YamlScalar key)
            {
                throw new YamlRefusedException("A name has to be a single word.", line, column);
            }

            if (!keys.Add(key.Text))
            {
                throw new YamlRefusedException($"\"{key.Text}\" comes twice.", key.Line, key.Column);
            }

            entries.Add(new(key, ReadNode(depth + 1)));
        }

        return new YamlMapping(entries, line, column);
    }

    private static int LineOf(ParsingEvent? at) => at is null ? 1 : (int)at.Start.Line;
}
